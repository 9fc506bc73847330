"""Word tables for acts: which verbs and nouns say something in words, which only think it, which only may say it.

Read off the cues of PolNeAR's training articles (how often each lemma stands with quoted words), then sorted by hand.
"""

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
