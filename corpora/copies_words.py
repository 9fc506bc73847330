"""Word tables of the copy benchmark: two disjoint synonym tables (one to tune on, one to check on), house styles."""


def words_of(text: str) -> set[str]:
    """Return the words of a text."""
    return set(text.split())


TUNE = """
said=stated|noted attack=strike|raid killed=slain people=persons|citizens officials=functionaries government=cabinet
police=constables country=nation president=leader announced=declared including=counting|among began=started
large=big|sizeable several=various many=numerous according=conforming decision=ruling help=aid|assist
children=youngsters found=discovered showed=displayed called=termed reported=recounted expected=awaited
year=twelvemonth victory=win
support=backing campaign=drive state=province million=mln members=associates first=initial week=se'nnight
important=weighty also=too could=was-able took=grabbed made=created house=home money=funds new=fresh
work=labour during=amid war=conflict military=army public=common statement=declaration increase=rise
decrease=fall court=tribunal law=statute group=band released=issued home=dwelling remains=stays
opened=launched arrested=detained injured=hurt died=perished meeting=gathering agreement=accord plan=scheme
leader=chief workers=labourers spokesman=speaker fire=blaze road=street building=structure hospital=clinic
woman=lady man=male told=informed asked=questioned believes=thinks situation=condition area=zone region=district
"""
CHECK = """
said=remarked|affirmed attack=assault|offensive killed=murdered people=individuals|folk officials=authorities
government=administration police=officers country=land president=head announced=proclaimed including=comprising
began=commenced large=huge|vast several=multiple many=countless decision=verdict help=succour children=kids
found=located showed=revealed called=dubbed reported=related expected=anticipated victory=triumph support=endorsement
campaign=race state=territory members=participants first=earliest important=key also=additionally took=seized
made=produced money=cash new=recent work=effort during=throughout war=hostilities military=forces public=general
statement=communique increase=growth decrease=drop court=bench law=legislation group=faction released=published
home=residence remains=continues opened=inaugurated arrested=apprehended injured=wounded died=expired
meeting=session agreement=pact plan=proposal leader=boss workers=staff spokesman=representative fire=inferno
road=highway building=edifice hospital=infirmary woman=female man=fellow told=advised asked=queried believes=holds
situation=circumstances area=locality region=belt great=outstanding quickly=swiftly near=beside whole=entire
"""
SPELLINGS = (
    "organization=organisation color=colour center=centre defense=defence labor=labour honor=honour favor=favour "
    "neighbor=neighbour program=programme traveled=travelled canceled=cancelled theater=theatre organized=organised "
    "recognize=recognise recognized=recognised realize=realise meter=metre kilometer=kilometre criticized=criticised "
    "percent=per~cent analyze=analyse favorite=favourite gray=grey license=licence toward=towards among=amongst"
)
LETTER_SUFFIX = "abcdefghijklmnoprstuvwyz"
MONTHS = sorted(words_of("January February March April May June July August September October November December"))
DAYS = sorted(words_of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"))
NUMBERS = sorted(words_of("two three four five six seven eight nine ten eleven twelve"))
HOME = (
    "Skip to main content|Menu|Subscribe now and get three months free|Advertisement|Breaking news|Sign in",
    "Home|News|Sport|Weather|Business|Opinion|Contact us|Follow us on social media",
    "This website uses cookies to improve your experience. You can opt out at any time.|Accept|Share this story",
)
FOOT = (
    "Related Articles|Ten dogs that run the town hall|What your street says about you|Leave a Reply|"
    "Your email address will not be published. Required fields are marked *|Back to top button",
    "Most read|Council to vote on parking fees again|The best pies within an hour of here|Comments are closed.|"
    "All rights reserved. No part of this page may be reproduced without permission of the publisher.",
    "More from this section|Sign up to our newsletter and never miss a story|Terms of use|Privacy policy|"
    "The views expressed by readers are theirs and are not those of this newspaper or its staff.",
)
FILLER = (
    "the matter has been followed closely by residents of the area for some time",
    "further details were not available when this edition went to press",
    "observers have long warned that such developments were only a question of time",
    "the story has drawn wide attention on social networks since it became known",
    "local people described the mood as tense but calm",
    "similar cases have been reported elsewhere in the past",
    "it was not immediately possible to reach everybody concerned for comment",
    "a further announcement is thought to be on its way",
)


def synonyms(table: str) -> dict[str, tuple[str, ...]]:
    """Return a table's words with what they may be replaced by."""
    pairs = (entry.split("=") for entry in table.split())
    return {word: tuple(other.split("|")) for word, other in pairs}
