"""English words that decide how sure an event is: verbs, nouns and adjectives by their effect on what they embed.

Each word has one effect on the event in its complement ("a plan to strike", "failed to agree"):

    denied      it did not or will not happen: fail, refuse, avert, rule out
    possible    it is asked for, feared, alleged, offered or a condition: demand, threat, allegedly
    expected    it is meant or foreseen: plan, vow, will
    scheduled   it is fixed: schedule, due
    ongoing     it goes on: continue, keep
    begun       it has begun, or was brought about: begin, lead to
    ended       it took place and is over: end, stop
    habitual    it comes again and again: used to, tend
    managed     it happened: manage, succeed
    claimed     somebody says so, and it is open whether it is so: allege, accuse

Sources: the signatures of implicative and factive verbs (Karttunen 2012; Nairn, Condoravdi and Karttunen 2006) and the
modal cue classes of Thompson et al. (2011), extended by reading news written for copydesk.
"""

from typing import Final


def _table(groups: dict[str, str]) -> dict[str, str]:
    return {word: effect for effect, words in groups.items() for word in words.split()}


VERBS: Final = _table(
    {
        "denied": "fail refuse decline avoid avert prevent foil thwart cancel abandon scrap reject forget neglect"
        " escape resist oppose veto block forbid ban bar prohibit disallow omit lack miss abstain refrain stop_from"
        " shelve postpone delay suspend forgo forego halt_from dodge evade survive dissuade deter withhold exclude"
        " preclude hamper hinder keep_from rule_out call_off put_off back_down disprove debunk refute rebut deny",
        "possible": "threaten demand urge ask request want seek hope fear consider propose offer suggest risk warn"
        " encourage advise recommend invite appeal beg plead implore press pressure petition insist require enable"
        " allow permit authorise authorize let try attempt strive aim struggle wish prefer mull weigh contemplate"
        " discuss debate negotiate study explore examine support back favour favor advocate endorse dare challenge"
        " order command instruct tell direct call_for call_on push lobby seem appear doubt wonder question speculate"
        " suspect imagine need help qualify entitle persuade convince tempt bid volunteer vote hint",
        "expected": "plan intend expect promise vow pledge agree decide prepare anticipate predict forecast foresee"
        " mean undertake commit swear resolve envisage envision project hope_to guarantee determine bet stand",
        "scheduled": "schedule slate fix arrange time set book",
        "ongoing": "continue keep remain proceed persist go_on carry_on",
        "begun": "begin start launch commence resume lead cause trigger spark prompt provoke force bring make see"
        " witness undergo suffer face conduct stage hold carry_out commit_act join attend enter open mount step_up",
        "ended": "end stop finish complete conclude cease halt quit interrupt break_off lift",
        "habitual": "tend use",
        "managed": "manage succeed remember happen proceed_to bother get come dare_to hasten rush venture help_to",
        "claimed": "allege accuse claim suspect charge believe think assume presume suppose report rumour rumor"
        " insinuate imply blame indict_for contend",
    }
)
"""The effect of verbs, by base form; a verb with its particle is joined by an underscore."""

NOUNS: Final = _table(
    {
        "denied": "failure refusal denial cancellation avoidance prevention lack absence rejection postponement veto"
        " suspension boycott ban",
        "possible": "threat demand call request appeal proposal offer prospect possibility risk fear hope chance danger"
        " likelihood warning bid attempt effort campaign pressure debate talk option alternative suggestion ultimatum"
        " permission right power ability opportunity invitation idea question speculation wish desire potential"
        " condition case need motion petition bill draft order authority readiness willingness temptation",
        "expected": "plan promise vow pledge intention decision agreement commitment preparation deadline forecast"
        " prediction expectation determination undertaking deal goal aim ambition scheme blueprint timetable eve"
        " candidacy candidate run-up countdown",
        "scheduled": "schedule date appointment",
        "claimed": "allegation accusation charge suspicion claim rumour rumor report assertion belief",
        "begun": "start beginning outbreak launch onset wake aftermath victim survivor perpetrator scene",
        "ended": "end conclusion completion anniversary",
        "ongoing": "continuation",
        "managed": "success",
    }
)
"""The effect of nouns on what hangs on them ("threat of war", "the plan to strike")."""

ADJECTIVES: Final = _table(
    {
        "denied": "failed foiled abortive averted cancelled canceled unsuccessful attempted thwarted botched"
        " nonexistent false fake impossible unlikely unable unwilling reluctant fictitious imaginary"
        " missed postponed abandoned",
        "possible": "possible potential would-be hypothetical threatened proposed suggested eventual conceivable"
        " theoretical able free ready willing eligible liable prone keen eager anxious desperate afraid",
        "expected": "planned intended likely expected forthcoming upcoming impending imminent future prospective poised"
        " bound certain sure set due determined next coming pending anticipated",
        "scheduled": "scheduled slated",
        "claimed": "alleged suspected supposed reported purported unconfirmed so-called rumoured rumored claimed"
        " apparent accused",
        "habitual": "annual regular frequent occasional daily weekly monthly yearly habitual routine usual perennial",
        "ongoing": "ongoing continuing current present",
        "happened": "recent past last previous earlier latest deadly fatal",
    }
)
"""The effect of adjectives on the noun that they stand with, or on the clause that hangs on them ("able to")."""

ADVERBS: Final = _table(
    {
        "denied": "not n't n’t never no nowhere hardly scarcely barely neither nor without narrowly nearly almost",
        "possible": "possibly perhaps maybe potentially conceivably",
        "expected": "soon shortly eventually tomorrow tonight presumably probably likely",
        "claimed": "allegedly reportedly apparently supposedly purportedly seemingly",
        "habitual": "always often usually regularly routinely sometimes frequently generally typically normally"
        " annually daily weekly monthly rarely seldom traditionally repeatedly",
        "ongoing": "still currently now meanwhile",
        "happened": "already recently previously formerly once earlier since ago yesterday",
    }
)
"""The effect of adverbs and other small words on the verb that they stand with."""

MODALS: Final = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "would": "would", "'d": "would",
    "’d": "would", "may": "may", "might": "may", "could": "may", "can": "can", "ca": "can", "should": "should",
    "must": "should", "ought": "should",
}  # fmt: skip
"""Modal verbs by class."""

TIMES_BEFORE: Final = frozenset(
    ("seconds minutes minute hours hour days day weeks week months month years year shortly just long soon moments"
     " right immediately ever").split()
)  # fmt: skip
"""Words after which "before" tells a time and leaves open nothing ("hours before he flew")."""
CONDITIONS: Final = frozenset(
    ("if", "unless", "whether", "should", "provided", "providing", "lest", "supposing", "until", "once", "before")
)
"""Words that open a clause in which nothing is told as having happened yet, or only perhaps."""

CONTROL: Final = frozenset(
    "accuse ask urge order tell charge blame warn promise vow threaten pledge agree refuse fail call demand offer deny"
    " plan want hold impose give carry make take launch".split()
)
"""Verbs whose subject or object is the subject of what they embed ("ordered them to leave", "gave a warning")."""

CLAUSE_MARKS: Final = frozenset("when as after since because while without for in from of by".split())
"""Words that open a clause and weigh on how sure its verb is."""

NOBODY: Final = frozenset("nobody none nothing neither no-one few".split())
"""Subjects and objects that deny the verb."""
