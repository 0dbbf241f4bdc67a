"""Lines that are no headline, whatever their place: labels of advertisements, by-lines."""

import re

_LABELS = (
    "advertisement|advertisment|advertising|advert|ad|ads|sponsored|sponsored content|sponsored post|promoted|"
    "promoted content|paid post|paid content|paid partnership|partner content|anzeige|anzeigen|werbung|advertorial|"
    "publicité|annonce|contenu sponsorisé|publicidad|anuncio|patrocinado|contenido patrocinado|pubblicità|annuncio|"
    "publicidade|patrocínio|reclame|advertentie|annons|reklame|mainos|reklama|reklama i ogłoszenia|inzerce|hirdetés|"
    "reclamă|publicitate|oglas|oglasi|реклама|рекламa|на правах рекламы|"
    "на правах реклами|реклама на сайті|партнерский материал|"
    "партнерський матеріал|оглас|διαφήμιση|reklam|ilan|إعلان|اعلان|إعلانات|إعلان مدفوع|تبلیغات|اشتہار|פרסומת|"
    "תוכן שיווקי|广告|廣告|広告|スポンサー|ＰＲ|スポンサードリンク|광고|"
    "विज्ञापन|বিজ্ঞাপন|โฆษณา|quảng cáo|iklan|tangazo|hysbyseb"
)
_LABEL = re.compile(rf"\W*(?:{_LABELS})(?:\s*[—–―|:•·…(\[-].*)?\W*", re.IGNORECASE)
_LONGEST_LABEL = 12
"""Words: a longer line is no label, however it begins."""

_BY = (
    r"(?:reported |written |posted |story |words |text )?by|von|par|por|di|da|door|av|af|przez|od|tarafından|"
    r"autor(?:in|a|es|en)?|auteur|autore|författare|toimittaja|автор(?:и|ы|ка)?|від|от|текст|фото|text|foto|fotos|photo|"
    r"بقلم|كتب|كتبت|تحرير|نویسنده|מאת|文|取材|記者|作者|撰文|글"
)
_BY_LINE = re.compile(
    rf"(?P<by>{_BY})(?:\s*[:：／/])?\s+(?P<who>\S.*)|(?P<mark>文|取材|記者|作者|撰文|글)[:：／/・]\s*\S.*",
    re.IGNORECASE,
)
_SMALL_WORDS = (
    "and und et y e i та и й و de del der den van von di da la le in for für our unserem unserer notre nuestro nostro "
    "наш нашого reporter reporterin korrespondent correspondent staff редакція"
)
_SMALL = frozenset(_SMALL_WORDS.split())
"""What stands in small letters between the names of a by-line."""
_LONGEST_BY_LINE = 9


def is_advertisement(line: str) -> bool:
    """Whether a line is the label of an advertisement: “ADVERTISEMENT — continue reading below”, “Реклама”."""
    return len(line.split()) <= _LONGEST_LABEL and bool(_LABEL.fullmatch(line.strip()))


def is_by_line(line: str) -> bool:
    """Whether a line says who wrote the text: “By Ink Penn”, “Von unserem Reporter”.

    In scripts with capitals the words after it are names; “By the river” is none.
    """
    words = line.split()
    match = _BY_LINE.fullmatch(line.strip())
    if not match or len(words) > _LONGEST_BY_LINE or (len(words) > 4 and line.rstrip()[-1] in ".?!"):
        return False
    who = re.findall(r"[^\W\d_][\w'’.-]*", (match["who"] or "").partition(",")[0])
    return all(not word[0].islower() or word.lower() in _SMALL for word in who)
