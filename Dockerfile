# copydesk with its model, as one image. Build: docker build -t copydesk . ; see docs/scale.md.
FROM python:3.12-slim AS build
WORKDIR /build
COPY pyproject.toml README.md LICENSE NOTICE CHANGELOG.md ./
COPY src ./src
COPY examples ./examples
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# hadolint ignore=DL3013
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir "$(ls /wheels/copydesk-*.whl)[parquet,warc,fetch]" \
    && useradd --create-home --uid 10001 desk \
    && install --directory --owner desk /data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8000), 4).close()"]
ENTRYPOINT ["copydesk"]
CMD ["serve", "--desk", "/data/news.db", "--port", "8000"]
