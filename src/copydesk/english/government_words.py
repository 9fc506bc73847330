"""Words by which a place stands for its government, or for its team."""

from typing import Final

from copydesk.english.lists import among

STATE_VERB_STEMS: Final = tuple(
    "accus acknowledg admit agree alleg allow announc appeal approv argu ask back ban believ blam block call claim "
    "condemn confirm consider criticis criticiz decid declar decline demand deni deny deploy describ dismiss expel "
    "expect fear hope hoping impos insist interven invit negotiat object offer oppos order pledg promis propos protest "
    "recogni refus reject repl request respond retaliat sanction sees seek sought send sent sign speak spoke suggest "
    "summon support suspect threaten urg veto view vow want warn welcom withdr say said tell told".split()
)
"""Stems of verbs that governments do."""
CLUB_VERBS: Final = among(
    "beat beats beaten drew draw draws drawn lost lose loses won win wins thrashed defeated edged hammered hosted host "
    "hosts face faced faces play played plays met scored lead led leads held visit visited trounced overcame"
)
"""Verbs that teams do."""
GAME_WORDS: Final = among(
    "goal goals scored scorer match matches league cup season penalty penalties coach half-time halftime points game "
    "games win victory defeat draw striker midfielder goalkeeper fixture relegation semi-final semifinal quarterfinal "
    "final innings wickets try tries touchdown club clubs side squad leg"
)
"""Words of games, near which a place stands for its team."""
