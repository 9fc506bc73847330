"""What the words in class names and ids say of an element."""

import re
from functools import lru_cache
from typing import Final

# Each group becomes a bit; a word may stand in one group only.
GROUPS: Final[dict[str, str]] = {
    "body": "articlebody storybody postbody entrycontent articlecontent postcontent richtext rte wysiwyg prose "
    "markdown paragraph paragraphs copy itemprop-articlebody",
    "content": "content contents text texts bodytext",
    "article": "article story post entry hentry blog news page single detail details itemprop-article",
    "main": "main primary center column maincontent role-main role-article",
    "share": "share sharing social sharedaddy addthis addtoany facebook twitter linkedin pinterest whatsapp follow "
    "socials",
    "comment": "comment comments commentlist disqus respond reply replies discussion feedback reviews review "
    "testimonial testimonials",
    "related": "related recommended recommendations more similar readmore also suggested upnext outbrain taboola "
    "recirc recirculation jp yarpp explore",
    "listing": "recent popular latest trending featured list listing grid feed archive teaser teasers card cards "
    "tile tiles loop carousel slider slick swiper slide slides gallery item items",
    "sidebar": "sidebar side rail widget widgets aside secondary complementary role-complementary right left sticky",
    "navigation": "nav navigation navbar menu menus submenu dropdown megamenu breadcrumb breadcrumbs pagination pager "
    "topbar tabs tab role-navigation skip",
    "footer": "footer foot bottom colophon role-contentinfo copyright legal",
    "header": "header masthead top banner role-banner hero head",
    "advert": "ad ads adv advert advertisement adsense sponsor sponsored promo promos promotion dfp gpt adslot",
    "subscribe": "subscribe subscription newsletter signup optin mailchimp convertkit email paywall register login "
    "signin membership donate hs-form hsform",
    "author": "author authors byline bylines bio writer contributor vcard avatar profile about",
    "meta": "meta metadata date time timestamp posted published updated info entrymeta postmeta itemprop-datepublished "
    "readtime reading",
    "tags": "tag tags tagcloud category categories topics topic keywords labels label",
    "caption": "caption figcaption credit wpcaption imagecaption wp-caption-text photo image figure media img picture",
    "cookie": "cookie cookies consent gdpr onetrust cky cli cmp privacy cookielaw cookielawinfo",
    "overlay": "modal popup overlay lightbox offcanvas drawer tooltip alert notice notification toast snackbar",
    "hidden": "hidden hide visuallyhidden sronly screenreader reader invisible print noprint mobile desktop hidemobile",
    "contents": "toc tableofcontents ez-toc jump outline index",
    "aside": "cta callout box infobox inset pullquote pull quote highlight highlights takeaways takeaway summary "
    "keypoints disclaimer disclaimers disclosure disclosures republish republication",
    "product": "product products price shop cart buy deal deals button buttons btn rating ratings stars woocommerce",
    "title": "title headline heading h1 h2 subtitle subheading dek standfirst deck excerpt lede lead intro",
    "builder": "elementor wp-block wpb vc fl et divi framer wixui webflow block module section row container wrapper "
    "wrap inner component blocks sections",
    "faq": "faq faqs accordion collapse question answer questions toggle",
    "search": "search searchform form forms input field select filter filters",
    "table": "table tablepress specs references footnotes footnote citation citations bibliography",
}
NAMES: Final = tuple(GROUPS)
HIDDEN: Final = 1 << 62  # the bit of elements that are marked as not shown
_BIT_OF: Final = {word: 1 << bit for bit, words in enumerate(GROUPS.values()) for word in words.split()}
_SMALL: Final = re.compile("[a-z]+")
_PART: Final = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")


@lru_cache(maxsize=20_000)
def bits_of(name: str) -> int:
    """Return the groups that a class and id string belongs to, as bits."""
    bits = 0
    for token in name.split()[:24]:
        bits |= _bits_of_token(token[:60])
    return bits


@lru_cache(maxsize=20_000)
def _bits_of_token(token: str) -> int:
    get = _BIT_OF.get
    plain = token.islower() and token.isascii()
    bits, before = get(token if plain else token.lower(), 0), ""
    if plain and token.isalpha():
        return bits
    for part in _SMALL.findall(token) if plain else map(str.lower, _PART.findall(token)):
        bits |= get(part, 0) | get(before + part, 0)
        before = part
    return bits
