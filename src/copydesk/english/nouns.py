"""Word tables for kinds of sources: what a noun at the head of a source says about who or what it is."""

import re
from typing import Final

from copydesk.english.agencies import agency_named
from copydesk.english.demonyms import country_of_people
from copydesk.english.lists import among
from copydesk.english.source_words import is_outlet, is_person_noun

DOCUMENTS: Final = among(
    "report statement document poll survey study letter memo memorandum email e-mail filing complaint indictment"
    " lawsuit suit affidavit analysis data figure statistic record transcript article book paper website site post"
    " tweet ad advert advertisement commercial release law rule bill constitution amendment review audit list sign"
    " headline editorial census result evidence ruling research number video message blog column note text"
    " petition resolution plan proposal draft banner placard notice manifesto platform question summary return"
    " estimate forecast assessment index clip footage caption account accounting guideline regulation treaty"
    " agreement deposition testimony listing spot page chapter biography memoir autobiography song film movie"
    " documentary speech essay op-ed brief table chart graphic map leaflet flier flyer brochure questionnaire"
    " investigation probe inquiry polling findings decree edict fatwa encyclical directive ordinance verdict motion"
    " submission database spreadsheet logbook diary pleading writ warrant charter communique communiqué"
)
ORGANIZATIONS: Final = among(
    "museum orchestra festival theatre theater zoo airport stadium ambassadorship bakery brewery mine factory"
    " monarchy palace kremlin presidency premiership consulate commissariat utility operator regulator watchdog"
    " ngo un eu nato pentagon administration exchange brokerage insurer lender maker carrier"
    " foundation trust council junta politburo secretariat prefecture municipality landtag bundestag knesset duma sejm "
    "ministry department agency administration government campaign committee council commission company party"
    " court university college institute institution bank board bureau office union association foundation center"
    " centre house senate congress organization organisation coalition corporation firm embassy navy army military"
    " parliament club school alliance bloc federation league society church hospital authority service regulator"
    " cabinet legislature airline manufacturer automaker retailer nonprofit charity network startup fund"
    " conglomerate state country nation city county town province kingdom republic police pac super-pac think-tank"
    " tribunal panel subcommittee command corps regime chamber academy lobby consortium delegation mission"
    " precinct brigade battalion regiment squad constabulary diocese archdiocese parish clinic prosecution judiciary"
    " directorate inspectorate district borough territory campus studio label supermarket chain hotel restaurant"
    " brewer carmaker drugmaker chipmaker supplier unit subsidiary affiliate venture force fleet militia movement"
    " mosque temple synagogue syndicate cooperative collective lab laboratory observatory taskforce caucus wing arm"
    " branch division section port railway franchise confederation guild body giant"
)
THOUGHTS: Final = among(
    "theory hypothesis argument idea logic thinking consensus wisdom rumor rumour legend myth saying proverb view"
    " principle reasoning assumption doctrine ideology science history tradition common-sense instinct information"
)
"""What nobody in particular says."""
REPORTERS: Final = among(
    "journalist reporter correspondent photographer witness tally count calculation investigation cameraman"
)
"""Who and what reports for a newsroom, behind its name ("a Reuters witness", "an AP tally")."""
SEATS: Final = among("constituency seat ward parish precinct electorate riding")
"""What a member of parliament sits for."""
MEDIA: Final = among(
    "newspaper magazine broadcaster tabloid outlet media press paper weekly daily station channel blog newsroom wire"
    " television tv radio newswire periodical gazette fortnightly"
)
MEDIA_AT_LARGE: Final = among("media press newspapers papers outlets broadcasters agencies television radio websites")
"""What many newsrooms are called together, in small letters."""
_AT_LARGE: Final = among("the local state official national foreign international social some several other")
"""What stands before such media and tells none of them."""
MEDIA_NAMES: Final = among(
    "reuters ap afp bloomberg cnn bbc cnbc msnbc abc cbs nbc pbs npr fox espn tass xinhua interfax breitbart"
    " politico buzzfeed vox axios gawker politifact slate salon times post journal tribune gazette herald"
    " telegraph examiner chronicle news globe inquirer observer guardian press newsweek atlantic economist mirror"
    " sun star courier dispatch register sentinel bulletin univision telemundo jazeera beast today mail monitor"
    " standard independent"
)
GROUPS: Final = among(
    "array number handful lot bunch dozens hundreds thousands scores assortment pair couple duo trio two"
    " three four side sides parties crew passengers troops forces militants rebels separatists insurgents"
    " families relatives parents allies critics others people men women police authorities group majority half"
    " percent crowd public family team staff camp faction electorate everyone everybody some many most several"
    " few both others those none all one-third two-thirds third quarter community audience jury population"
    " youth leadership opposition left right base clergy generation elite establishment folks personnel"
)
PERSONS: Final = among(
    "official source person man woman aide adviser advisor attendee employee witness diplomat insider strategist"
    " operative lawyer attorney spokesman spokeswoman spokesperson reporter staffer worker questioner narrator"
    " donor voter resident user friend doctor student teacher neighbor neighbour colleague supporter protester fan"
    " executive expert analyst participant member passenger victim caller activist soldier officer observer"
    " informant clerk critic bystander guest"
)
ROLES: Final = among(
    "president senator governor secretary minister chancellor mayor judge justice general nominee candidate"
    " leader pope premier congressman congresswoman representative chairman chairwoman chair director commissioner"
    " ambassador spokesman spokeswoman attorney professor author actor actress host anchor billionaire mogul"
    " magnate businessman businesswoman developer founder chief executive strategist pollster front-runner"
    " frontrunner contender hopeful incumbent challenger lawmaker democrat republican lady husband wife son"
    " daughter brother sister rep. sen. gov. mr. mrs. ms. dr. rep sen gov mr mrs ms dr gen. lt. col. sgt. prof."
    " rev. colleague user star retired former counsel analyst economist historian columnist correspondent reporter"
    " writer editor physician surgeon coach prince king queen princess sir lord sheriff deputy prosecutor investor"
    " activist comedian singer rapper"
)
OFFICES: Final = among(
    "president premier chancellor mayor governor pope king queen monarch emperor sultan emir prince princess leader"
    " minister secretary commissioner ambassador speaker chairman chairwoman chair director head chief"
    " ceo boss treasurer coroner sheriff archbishop bishop dean rector principal captain coach manager"
    " commander commander-in-chief owner founder editor-in-chief attorney-general general-secretary"
    " nominee candidate"
)
"""Offices that one person holds at a time: with "the" or an owner, a description of them fits one known holder."""
HEADS_OF_STATES: Final = among("president premier chancellor king queen pope emperor sultan emir")
"""Offices that a country has once."""
OFFICES_OF_MANY: Final = among(
    "minister secretary commissioner ambassador prince princess head chief director chair captain coach manager"
    " commander owner founder boss leader bishop dean principal treasurer candidate"
)
ACRONYM_LENGTH: Final = 6
PERSON_PRONOUNS: Final = among("i he she him her his hers himself herself myself self me my mine")
GROUP_PRONOUNS: Final = among("they them their theirs themselves we us our ours you your")
THING_PRONOUNS: Final = among("it its itself this that which")
FEMALE: Final = among(
    "she her hers herself mrs ms miss lady dame queen princess duchess baroness countess madam actress"
    " hostess waitress woman girl mother daughter sister wife widow aunt grandmother niece mum mom bride"
    " girlfriend spokeswoman chairwoman congresswoman businesswoman policewoman stateswoman councilwoman"
    " assemblywoman sportswoman heroine nun"
)
MALE: Final = among(
    "he him his himself mr sir lord king prince duke baron count emperor sultan emir pope bishop archbishop"
    " cardinal imam actor waiter man boy father son brother husband widower uncle grandfather nephew dad groom"
    " boyfriend spokesman chairman congressman businessman policeman statesman councilman assemblyman"
    " sportsman fireman cameraman monk priest"
)
"""Words that tell the gender of whom they name (priests and bishops mostly, which is why two candidates are none)."""
RELATIVES: Final = among("who whom whose that which")


def singular(noun: str) -> str:
    """Return the singular of a regular English noun, lower-cased."""
    noun = noun.lower()
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Return whether a noun looks like a plural."""
    return singular(noun) != noun.lower() or noun.lower() in ("people", "men", "women", "police", "folks", "clergy")


def is_agent(noun: str) -> bool:
    """Return whether a common noun, in small letters, means persons, a body of persons or an outlet."""
    one = singular(noun)
    if noun in GROUPS or one in PERSONS | ROLES | ORGANIZATIONS | MEDIA or noun in ORGANIZATIONS:
        return True
    return (
        is_person_noun(one) or is_person_noun(noun) or one.endswith(("man", "woman", "person", "-old", "men", "women"))
    )


def heads_a_state(words: str) -> bool:
    """Return whether a description is of an office that one person holds in a state: the president, the prime minister.

    Whoever holds it is named by it, though the words name nobody.
    """
    the, _, office = words.lower().partition(" ")
    return the == "the" and (office in HEADS_OF_STATES or office == "prime minister")


def media_at_large(name: str) -> bool:
    """Return whether words are of media that nobody can tell apart: French media, Chinese state media, local papers."""
    *before, last = name.split() or ("",)
    at_large = last in MEDIA_AT_LARGE and not is_known_medium(name)
    low = [word.lower() for word in before]
    return at_large and all(word in _AT_LARGE or country_of_people(word) is not None for word in low)


def is_known_medium(name: str) -> bool:
    """Return whether a name stands in the tables of outlets and agencies."""
    return is_outlet(name) or agency_named(name) is not None or (name.isupper() and name.lower() in MEDIA_NAMES)


def is_medium(words: str) -> bool:
    """Return whether a name is that of an outlet: by the tables of outlets and agencies, or by its form."""
    bare = words.strip(" .,'’\"“”").removesuffix("'s").removesuffix("’s")
    if is_known_medium(bare):
        return True
    parts = [part.lower() for part in bare.split()]
    if not parts:
        return False
    if _BROADCASTER.fullmatch(bare.split()[-1]):
        return True
    last = parts[-1]
    if len(parts) > 1 and (parts[0] in _FIRST_IN_OUTLETS or (parts[0] == "the" and parts[1] in _FIRST_IN_OUTLETS)):
        return True
    named = [part for part in parts if part != "the"]
    if len(named) > 1 and bare.endswith(" Reporter") and bare[:1].isupper():
        return True
    return len(named) > 1 and (last in _LAST_IN_OUTLETS or (last in MEDIA and last != "press"))


_BROADCASTER: Final = re.compile(r"TV[A-Z]{1,3}\d{0,2}|[A-Z]{1,3}TV\d{0,2}")
"""A broadcaster's letters: TVN24, NTV."""
_FIRST_IN_OUTLETS: Final = among("daily radio")
_LAST_IN_OUTLETS: Final = among(
    "times post tribune gazette herald telegraph examiner chronicle news globe inquirer observer newsweek"
    " mirror courier dispatch register sentinel bulletin beast mail standard journal press monitor zeitung"
    " tidende allehanda dagblad newswire tv television radio broadcasting today weekly daily"
)

PRESS_POSTS: Final = among("secretary officer office conference corps aide")
"""What "press" before it belongs to, and not to the name before that: "White House press secretary"."""
BODIES: Final = frozenset(
    ("newspaper", "magazine", "daily", "weekly", "broadcaster", "tabloid", "agency", "company", "firm", "bank",
     "airline", "charity", "retailer", "carmaker", "startup", "website", "channel", "think-tank", "nonprofit",
     "consultancy", "chain")
)  # fmt: skip
"""Nouns that say of the name right after them that it is no person's."""
