"""Pages in many languages and scripts, in words written for these tests: story, headline, author, day, language."""

from typing import NamedTuple

import pytest

from copydesk.articles import read
from copydesk.pages.page import Page


class Told(NamedTuple):
    """A page in one language: its headline, byline, printed day, paragraphs, and words of its furniture."""

    title: str
    byline: str
    author: str
    day: str
    story: tuple[str, ...]
    furniture: tuple[str, ...]


PAGES = {
    "de": Told(
        "Ostpier für zwei Jahre gesperrt", "Von Anna Weber", "Anna Weber", "10. März 2026",
        ("Der Hafenrat hat am Dienstag beschlossen, die Ostpier für zwei Jahre zu sperren, teilte die Vorsitzende mit.",
         "Taucher hatten in neun von vierzig Pfeilern Risse gefunden, die mit jedem Winter größer werden.",
         "„Wir konnten nicht noch einen Winter warten“, sagte sie nach der Sitzung vor Journalisten.",
         "Die Arbeiten kosten 31 Millionen Euro und sollen im Herbst des nächsten Jahres beendet sein."),
        ("Startseite", "Politik", "Teilen", "Mehr zum Thema", "Impressum", "Alle Rechte vorbehalten 2026"),
    ),
    "fr": Told(
        "La jetée est fermée pour deux ans", "Par Léa Martin", "Léa Martin", "10 mars 2026",
        ("Le conseil du port a décidé mardi de fermer la jetée est pendant deux ans, a annoncé sa présidente.",
         "Des plongeurs avaient trouvé des fissures dans neuf des quarante piliers, qui grandissent chaque hiver.",
         "« Nous ne pouvions pas attendre un hiver de plus », a-t-elle dit aux journalistes après la séance.",
         "Les travaux coûteront 31 millions d’euros et doivent se terminer à l’automne de l’année prochaine."),
        ("Accueil", "Politique", "Partager", "À lire aussi", "Mentions légales", "Tous droits réservés 2026"),
    ),
    "es": Told(
        "El muelle este cierra dos años", "Por María López", "María López", "10 de marzo de 2026",
        ("La junta del puerto decidió el martes cerrar el muelle este durante dos años, informó su presidenta.",
         "Los buzos habían encontrado grietas en nueve de los cuarenta pilares, que crecen con cada invierno.",
         "«No podíamos esperar otro invierno más», dijo a los periodistas después de la reunión.",
         "Las obras costarán 31 millones de euros y deben terminar en el otoño del próximo año."),
        ("Inicio", "Política", "Compartir", "Noticias relacionadas", "Aviso legal", "Todos los derechos reservados"),
    ),
    "pl": Told(
        "Wschodnie molo zamknięte na dwa lata", "Autor: Jan Kowalski", "Jan Kowalski", "10 marca 2026",
        ("Rada portu zdecydowała we wtorek o zamknięciu mola na dwa lata, poinformowała jej przewodnicząca.",
         "Nurkowie znaleźli pęknięcia w dziewięciu z czterdziestu filarów, które rosną z każdą zimą.",
         "„Nie mogliśmy czekać kolejnej zimy”, powiedziała dziennikarzom po posiedzeniu rady.",
         "Prace będą kosztować 31 milionów euro i mają się zakończyć jesienią przyszłego roku."),
        ("Strona główna", "Polityka", "Udostępnij", "Zobacz także", "Kontakt", "Wszelkie prawa zastrzeżone"),
    ),
    "ru": Told(
        "Восточный пирс закроют на два года", "Автор: Мария Соколова", "Мария Соколова", "10 марта 2026",
        ("Совет порта решил во вторник закрыть восточный пирс на два года, сообщила его председатель.",
         "Водолазы нашли трещины в девяти из сорока опор, и с каждой зимой они становятся больше.",
         "«Мы не могли ждать ещё одну зиму», сказала она журналистам после заседания совета.",
         "Работы обойдутся в 31 миллион евро и должны закончиться осенью следующего года."),
        ("Главная", "Политика", "Поделиться", "Читайте также", "Контакты", "Все права защищены"),
    ),
    "ar": Told(
        "إغلاق الرصيف الشرقي لعامين", "بقلم ليلى حداد", "ليلى حداد", "10 مارس 2026",
        ("قرر مجلس الميناء يوم الثلاثاء إغلاق الرصيف الشرقي لمدة عامين، كما أعلنت رئيسة المجلس في بيان.",
         "وكان الغواصون قد عثروا على شقوق في تسعة من أعمدته الأربعين، وهي تكبر مع كل شتاء.",
         "وقالت للصحفيين بعد الاجتماع: «لم يكن بوسعنا أن ننتظر شتاء آخر».",
         "وستكلف الأعمال واحدا وثلاثين مليون يورو، ومن المقرر أن تنتهي في خريف العام المقبل."),
        ("الرئيسية", "سياسة", "شارك", "اقرأ أيضا", "اتصل بنا", "جميع الحقوق محفوظة 2026"),
    ),
    "he": Told(
        "הרציף המזרחי ייסגר לשנתיים", "מאת דנה כהן", "דנה כהן", "10 במרץ 2026",
        ("מועצת הנמל החליטה ביום שלישי לסגור את הרציף המזרחי לשנתיים, כך הודיעה יושבת ראש המועצה.",
         "צוללנים מצאו סדקים בתשעה מתוך ארבעים העמודים, והם גדלים בכל חורף שעובר.",
         "„לא יכולנו לחכות עוד חורף”, אמרה לעיתונאים אחרי הישיבה של המועצה.",
         "העבודות יעלו שלושים ואחד מיליון אירו ואמורות להסתיים בסתיו של השנה הבאה."),
        ("ראשי", "פוליטיקה", "שתפו", "עוד באתר", "צור קשר", "כל הזכויות שמורות"),
    ),
    "hi": Told(
        "पूर्वी घाट दो साल के लिए बंद", "लेखक: अनिता शर्मा", "अनिता शर्मा", "10 मार्च 2026",
        ("बंदरगाह परिषद ने मंगलवार को पूर्वी घाट को दो साल के लिए बंद करने का फैसला किया, यह बात उसकी अध्यक्ष ने बताई।",
         "गोताखोरों को चालीस में से नौ खंभों में दरारें मिली थीं, जो हर सर्दी में बढ़ती जा रही हैं।",
         "उन्होंने बैठक के बाद पत्रकारों से कहा कि हम एक और सर्दी का इंतजार नहीं कर सकते थे।",
         "काम पर तीन करोड़ यूरो खर्च होंगे और यह अगले साल की शरद ऋतु में पूरा होना है।"),
        ("होम", "राजनीति", "शेयर करें", "यह भी पढ़ें", "संपर्क करें", "सर्वाधिकार सुरक्षित"),
    ),
    "zh": Told(
        "东码头将关闭两年", "记者 王晓明", "王晓明", "2026年3月10日",
        ("港务局周二决定关闭东码头两年，港务局主席在会后宣布了这一消息，并说明了原因。",
         "此前潜水员在四十根桩柱中的九根上发现了裂缝，每过一个冬天裂缝都会变大。",
         "“我们不能再等一个冬天了，”她在会后对记者说，“码头每年都在失去钢材。”",
         "工程预计耗资三千一百万欧元，计划于明年秋天完工，届时渡轮将恢复运行。"),
        ("首页", "政治", "分享", "相关新闻", "联系我们", "版权所有"),
    ),
    "ja": Told(
        "東桟橋を二年間閉鎖へ", "文 佐藤花子", "佐藤花子", "2026年3月10日",
        ("港湾委員会は火曜日、東桟橋を二年間閉鎖することを決めたと、委員長が会議の後に発表した。",
         "潜水士が四十本の柱のうち九本にひびを見つけており、ひびは冬を越すたびに大きくなっているという。",
         "「もう一冬待つことはできなかった」と、委員長は会議の後に記者団に語った。",
         "工事には三千百万ユーロがかかり、来年の秋に終わる予定だと委員会は説明している。"),
        ("ホーム", "政治", "シェア", "関連記事", "お問い合わせ", "無断転載を禁じます"),
    ),
    "th": Told(
        "ปิดท่าเรือตะวันออกสองปี", "โดย สมชาย ใจดี", "สมชาย ใจดี", "10 มีนาคม 2569",
        ("คณะกรรมการท่าเรือมีมติเมื่อวันอังคารให้ปิดท่าเรือตะวันออกเป็นเวลาสองปี ประธานคณะกรรมการแถลงหลังการประชุม",
         "นักดำน้ำพบรอยร้าวในเสาเก้าต้นจากทั้งหมดสี่สิบต้น และรอยร้าวขยายใหญ่ขึ้นทุกฤดูหนาวที่ผ่านไป",
         "เธอบอกกับผู้สื่อข่าวหลังการประชุมว่าเรารอให้ผ่านไปอีกหนึ่งฤดูหนาวไม่ได้แล้ว",
         "งานซ่อมแซมจะใช้งบประมาณสามสิบเอ็ดล้านยูโร และมีกำหนดแล้วเสร็จในฤดูใบไม้ร่วงปีหน้า"),
        ("หน้าแรก", "การเมือง", "แชร์", "ข่าวที่เกี่ยวข้อง", "ติดต่อเรา", "สงวนลิขสิทธิ์"),
    ),
    "ko": Told(
        "동쪽 부두 2년간 폐쇄", "김민수 기자", "김민수", "2026년 3월 10일",
        ("항만 위원회는 화요일 동쪽 부두를 2년 동안 폐쇄하기로 결정했다고 위원장이 회의 뒤에 밝혔다.",
         "잠수부들은 기둥 마흔 개 가운데 아홉 개에서 균열을 발견했으며 균열은 겨울마다 커지고 있다.",
         "위원장은 회의가 끝난 뒤 기자들에게 한 번의 겨울을 더 기다릴 수는 없었다고 말했다.",
         "공사에는 3100만 유로가 들며 내년 가을에 끝날 예정이라고 위원회는 설명했다."),
        ("홈", "정치", "공유", "관련 기사", "문의하기", "무단 전재 금지"),
    ),
    "tr": Told(
        "Doğu iskelesi iki yıl kapalı", "Yazan: Ayşe Yılmaz", "Ayşe Yılmaz", "10 Mart 2026",
        ("Liman kurulu salı günü doğu iskelesini iki yıl süreyle kapatmaya karar verdi, kurul başkanı açıkladı.",
         "Dalgıçlar kırk ayaktan dokuzunda çatlaklar bulmuştu ve bu çatlaklar her kış daha da büyüyor.",
         "Başkan toplantıdan sonra gazetecilere bir kış daha bekleyemezdik dedi ve kararı savundu.",
         "Çalışmalar 31 milyon avroya mal olacak ve gelecek yılın sonbaharında bitmesi gerekiyor."),
        ("Ana sayfa", "Siyaset", "Paylaş", "İlgili haberler", "İletişim", "Tüm hakları saklıdır"),
    ),
}  # fmt: skip


def page_of(code: str) -> Page:
    told = PAGES[code]
    home, politics, share, related, contact, rights = told.furniture
    items = "".join(f'<li><a href="/{i}">{word}</a></li>' for i, word in enumerate((home, politics, contact)))
    story = "".join(f"<p>{paragraph}</p>" for paragraph in told.story)
    return Page(
        id=code,
        content=f"""<!doctype html><html lang="{code}"><head><title>{told.title}</title></head><body><header><nav><ul>
        {items}</ul></nav></header><main><article><h1>{told.title}</h1><p class="byline">{told.byline}</p>
        <p class="date">{told.day}</p><div class="share"><a href="#">{share}</a></div>{story}</article>
        <aside class="related"><h3>{related}</h3><ul><li><a href="/x">{told.title}</a></li></ul></aside></main>
        <footer><ul>{items}</ul><p>{rights}</p></footer></body></html>""",
        media_type="text/html",
    )


@pytest.mark.parametrize("code", PAGES)
def test_a_page_in_any_language_is_read(code):
    told, article = PAGES[code], read(page_of(code))
    assert article.text == "\n\n".join(told.story)
    assert article.headline == told.title
    assert [author.name for author in article.authors] == [told.author]
    assert article.published
    assert article.published.value == "2026-03-10"
    assert article.language == code
    assert [notice.kind for notice in article.notices] == ["language"]


@pytest.mark.parametrize("code", PAGES)
def test_a_text_in_any_language_keeps_its_story(code):
    told = PAGES[code]
    text = "\n\n".join((told.title, told.byline, told.day, *told.story))
    article = read(Page(id=code, content=text))
    assert all(paragraph in article.text for paragraph in told.story)
