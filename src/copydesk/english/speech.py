"""Words of reporting: which verbs and nouns say something in words, which only think it, which only may say it.

Read off the cues of PolNeAR's training articles (how often each lemma stands with quoted words), then sorted by hand.
"""

import re
from typing import Final

from copydesk.english.lists import among

SAYING: Final = among(
    "say tell add write tweet retweet post ask announce state declare argue claim insist note report explain"
    " reply respond answer acknowledge admit concede confess warn caution recall remark comment suggest assert"
    " contend allege maintain stress emphasize emphasise underline reiterate repeat complain lament joke quip"
    " boast brag conclude predict promise pledge vow swear assure guarantee inform notify remind confirm deny"
    " reveal disclose testify observe exclaim shout yell scream cry whisper mutter murmur chant sing intone"
    " interject opine muse counter retort rejoin proclaim pronounce affirm reaffirm aver attest avow profess"
    " preach lecture recount relate narrate hint imply elaborate clarify specify inquire enquire agree"
    " disagree protest urge advise beg implore plead counsel email e-mail text blog sms message telephone"
    " phone explain gush fume snap sigh laugh scoff sneer rage thunder accord volunteer venture concur posit"
    " theorize hypothesize forecast reckon crow marvel enthuse advocate recommend propose demand continue"
    " finish begin read dictate threaten signal indicate"
)
"""Verbs of saying: with a speaker and words said, the attribution is a saying whatever the words' form."""

NAMING: Final = among(
    "call describe label brand dub term characterize characterise cast portray depict paint denounce condemn slam blast"
    " decry deride mock ridicule criticize criticise praise hail laud tout commend applaud thank congratulate accuse"
    " blame fault credit dismiss reject refute rebut dispute challenge question attack assail lambaste rip lash rail"
    " rebuke chide scold berate defend endorse welcome greet name identify refer mention cite quote invoke express"
    " voice raise reference outline detail address discuss talk speak request order instruct command invite appeal"
    " apologize apologise compare liken liken single contradict object oppose back support highlight tease trumpet"
    " summarize summarise sum deem put give offer issue release publish lay point spell rule press push petition sue"
    " echo admonish exhort summon seek plead lobby brief vouch weigh"
)
"""Verbs that may tell of words said: a saying where the words themselves are given (a quotation, a clause).

Some also where what is named is set out ("called him a liar", "blamed the pilot for the crash").
"""

THINKING: Final = among(
    "think believe know feel hope fear expect want wish worry doubt wonder consider suspect assume presume"
    " imagine suppose intend plan understand realize realise recognize recognise see view regard love like"
    " hate prefer trust anticipate remember forget regret mean dream guess figure foresee envision envisage"
    " estimate gauge judge decide determine resolve aim mind care enjoy appreciate favor favour dislike dread"
    " despise admire respect tolerate accept mistrust distrust disbelieve learn discover notice hear look"
    " consider contemplate ponder convince persuade concern perceive calculate conceive interpret hold sense"
    " need desire crave deserve speculate"
)
THINKING_NOUNS: Final = among(
    "belief hope fear view concern worry doubt expectation confidence suspicion impression sense feeling thinking"
    " hopeful confident aware sure convinced worried concerned afraid certain optimistic pessimistic eager skeptical"
    " sceptical wary anxious unaware uncertain unsure happy glad sorry proud angry keen interested"
)
SAYING_NOUNS: Final = among(
    "statement announcement remark comment claim accusation allegation denial admission warning promise pledge vow"
    " prediction assertion suggestion question answer reply response testimony letter tweet post message email e-mail"
    " word quote quotation confession complaint declaration speech argument call demand request appeal plea"
)
"""Nouns whose words are given after them: "his claim that …", "in a statement:"."""

SHOWING: Final = among(
    "show say reveal indicate suggest find state read report note describe list detail warn confirm conclude"
    " claim allege document demonstrate depict record predict project estimate accord put give mention set"
    " outline recommend call argue point cite contain name rank rate identify explain quote add urge tell"
    " write ask declare highlight"
)
"""What documents do when they are cited for something."""

TELLING: Final = among(
    "tell inform assure remind notify brief advise warn ask urge beg implore order instruct command promise email"
    " e-mail text phone message telephone counsel caution beseech exhort lecture invite write"
)
"""Verbs whose object is who is told."""

MAKING: Final = among(
    "force compel oblige lead prompt cause drive push pressure coerce goad provoke spur persuade convince get"
)
"""Verbs whose object does what the infinitive after it says: "forced him to admit"."""

ASKING_TO: Final = among(
    "ask urge order tell want press dare invite allow expect encourage advise require instruct command beg implore"
    " permit"
)
"""Verbs whose object may or may not do what the infinitive after it says: "urged him to admit"."""

TO_COME: Final = among("likely unlikely set expected due ready poised bound slated scheduled")
"""What says that the infinitive after it is still to be done: "is likely to deny it"."""

TELLING_TO: Final = among(
    "say announce explain write speak talk complain confirm reveal disclose apologize apologise admit confess"
    " report repeat describe remark comment respond reply suggest mention hint whisper shout stress emphasize"
    " emphasise reiterate recall testify vow pledge swear point indicate appeal deny read recount relate boast"
    " brag joke insist add state declare acknowledge claim tweet post release issue give send"
)
"""Verbs that have who is told after "to" (talk and speak after "with" too)."""

OCCASIONS: Final = among(
    "interview statement letter email e-mail message comment comments remark remarks conversation call"
    " briefing tweet note memo speech address testimony response reply text report"
)
"""Nouns of the occasion on which something is said: "in an interview with …", "in a letter to …"."""

CITING: Final = among("cite quote")
CARRYING: Final = among("carry publish broadcast air post report quote cite release relay run print translate issue")
"""Verbs by which a medium hands on another's words: "comments carried by Interfax"."""
SEEING: Final = among("see obtain review view read publish leak cite quote")
"""Verbs by which a medium had a document: "a memo seen by Reuters"."""

PLAINLY_SAYING: Final = among(
    "say tell add announce report confirm deny promise pledge vow claim admit acknowledge warn reveal"
    " disclose declare explain state accord propose recommend predict forecast demand urge insist allege"
    " accuse testify concede call apologize apologise complain blame stress emphasize emphasise reiterate"
    " note"
)
"""Sayings even where what is said stands as a noun ("announced a plan", "denied the charges")."""

SAYING_IF_QUOTED: Final = among(
    "continue finish begin read dictate scream cry laugh sigh rage fume sing blog gush post email e-mail"
    " text message phone telephone discuss address detail outline raise name identify issue release"
    " publish give offer welcome greet endorse back support oppose attack point lay spell press push"
    " petition sue put sum tease echo rule seek"
)
"""Sayings only where words are quoted."""

NAMING_AS: Final = among("call describe label brand dub term characterize characterise cast portray")
"""Verbs that say something where what a thing is called is set out ("called him a liar")."""

SET_PHRASES: Final = among("piece prayer prayers goodbye goodbyes farewell farewells grace mass rosary")
"""What is said in set phrases that tell nothing: "has said his piece"."""

SAYING_WITH_CLAUSE: Final = among(
    "say tell announce claim warn argue insist deny allege declare testify confirm acknowledge admit add"
    " assert contend explain predict disclose reveal state stress maintain"
)
"""Verbs that with a subject and a clause say something, whatever stands around them."""

SAYING_WITH_INFINITIVE: Final = among("agree promise vow pledge refuse decline")
"""Those that say something with an infinitive, too ("vowed to leave")."""

TELLING_INSIDE: Final = among("urge ask warn order advise beg implore instruct command invite remind assure promise")
"""Verbs whose content may begin with who is told: "urged Russia to withdraw"."""

REPORTING_FORMS: Final = among(
    "said says told tells added adds announced announces claimed claims stated states reported reports confirmed "
    "warned warns insisted insists noted notes explained explains argued argues remarked declared declares wrote "
    "writes tweeted acknowledged admitted alleged asserted replied suggested testified observed recalled "
    "concluded predicted complained quipped joked vowed contended believe believes thinks"
)
"""Verbs of saying, in the forms that reports use most."""
QUOTING_FORMS: Final = REPORTING_FORMS | among("asked asks responded suggests denied denies promised")
"""Those, and more that stand beside quoted words."""
NOUN_FORMS_TOO: Final = among("states reports notes claims reported observed believe say confirmed")
"""Forms that are oftener a noun, or say no words: beside quotation marks only."""
CUES: Final = REPORTING_FORMS | among(
    "say saying confirms remarks affirmed affirms admits alleges asserts commented mentioned revealed stressed "
    "according proclaimed maintained conceded disclosed emphasized emphasised recalls recounted concludes "
    "predicts contends opined retorted cautioned lamented boasted clarified reiterated relayed attested think "
    "fear exclaimed testifies concedes discloses reveals stresses maintains acknowledges comments "
    "learned"
)
"""Those, and more by which copies of a text attribute what they say."""

SAYING_OR_NOUN: Final = among(
    "reports claims states notes comments stresses fear report",
)
"""Verbs of saying that are oftener nouns: they count after a name or a word for who speaks."""
REPORTED: Final = among(
    "ruled estimated found showed determined answered advised pledged promised urged calculated posted denied",
    "learnt heard wrote spoke swore stated out known",
)
"""Last words of a clause that ends a sentence and says who said it, where they are no verbs of saying elsewhere."""
SPEAKING: Final = among("say tell add accord write announce explain reply argue claim")
"""Verbs whose subject speaks, whatever else is told of it."""

ADDRESSING: Final = among("tell inform assure remind speak write")
"""Verbs whose object, or whom they are followed by, only listens."""
JUDGING_DEEDS: Final = among(
    "condemn denounce decry deplore criticize criticise slam blast praise hail laud applaud commend welcome mourn"
    " deride mock celebrate lament regret"
)
"""Verbs that take what they judge as a fact, whether or not anybody judges it ("failed to denounce the raid")."""
ONLY_TELLING: Final = JUDGING_DEEDS | among(
    "say tell report note recall mention describe explain believe think suspect know fear doubt assume suppose"
    " guess see view regard consider remember estimate dismiss brand label call term dub cite"
    " quote refer reference compare liken learn hear notice watch recognize recognise"
)
"""Verbs whose subject tells of what others did, thinks of it or judges it, and does nothing of it."""

JUDGING: Final = among("accuse blame criticize criticise condemn denounce praise thank credit fault")
"""Verbs that say something where the reason is given ("accused them of lying")."""

CALLING_AS: Final = among("dismiss reject portray slam blast deride hail tout refer")
"""Verbs that say something where "as" sets out what a thing is called ("dismissed it as a stunt")."""

SENDING: Final = among("send address release give issue email provide")
"""Verbs behind an occasion that say to whom it went ("a letter sent to the board")."""

AUDIENCES: Final = among("conference rally meeting forum summit event audience crowd camera cameras")
"""Where something is said, and to nobody by name."""
LISTENING: Final = among("conference rally meeting forum summit audience crowd")
"""Those of them that are told something: "told the forum"."""

OUTLET_NOUNS: Final = ("site", "website", "outlet", "portal", "channel", "agency", "service")
"""Nouns that mean an outlet after "news" or "media"."""

REPORTING_FIRST: Final = (
    "first reported", "originally reported", "earlier reported", "previously reported", "exclusively reported",
)  # fmt: skip
"""What outlets alone do: "THR first reported", "first reported by THR"."""
_POINTING: Final = re.compile(
    r"here(?:['’]s| is| are) (?:(?:a|an|some|the) )?(?:(?:quick|closer|brief|first|detailed) )?"
    r"(?:look|glance|guide|summary|rundown|what|how|why|where|when|who)\b",
    re.IGNORECASE,
)


def points_ahead(words: str) -> bool:
    """Return whether words, not in quotation marks, point the reader to what follows: "here's a look at what we know".

    The page says so itself, whoever is named beside it.
    """
    return _POINTING.match(words) is not None
