"""Words that are written short with a full stop, by language: data for where sentences end.

In small letters, without the last full stop; what follows a hyphen or stands between full stops is looked up by
itself. Not listed, because other rules know them: single letters (z. B., м., M.), and words without a vowel (bzw.,
Mrd., грн, Mme), but in languages that have such words. A word that also ends sentences is listed all the same: in
doubt no sentence ends.
"""

_EVERYWHERE = (
    "mr mrs ms dr prof st sr jr gen col maj capt lt sgt cpl cmdr adm brig gov sen rep pres rev hon messrs "
    "vs approx ca cf incl inc ltd co corp bros dept etc им ул пр пл проф акад ген полк тыс млн млрд руб см ср св"
)
_OF_LANGUAGE = {
    "de": "abb abg abs abschn abt adj allg amtl anh anm ao art aufl ausg ausgen bearb begr beil beisp ber bes bez bd "
    "bde bsp co ca d.h dat dez dgl dipl dir doz ebd ed eidg eig einschl entspr erg etc ev evtl exkl fa fam feb "
    "fig folg forts frl geb gef gegr gen ges gest gez ggf ggü hauptm hj hon hr hrsg ing inkl insb insbes jg jh "
    "jhd jhs jun kap kath kfm komm lfd lit lt ltd luth med mio mod mrd nachf nat nov nr obj okt op orig ph pos "
    "präs prof rd red ref reg rel resp röm sen sep sept sog soz spez staatl std stellv str tel tsd tägl u.a übers "
    "übertr univ urspr usf usw ver verf verh verm vgl vors vorm vs wg wiss zit zool zus zw zzgl österr östl südl "
    "nördl westl mtl jährl schr bgm min.-präs az mag gem min max mind mo verfg hptm oberstlt ofw geschf stv kand "
    "bayer dt frz engl ital span russ ukr amerik brit abl ebf ggb hpts gvm kreisfr rep",
    "en": "ave blvd rd mt ft est e.g i.e al esp ed eds trans univ dist supt insp det const pvt spc ret asst assoc gov "
    "hr hrs min mins sec secs mil bn",
    "uk": "ім вул просп обл див акад проф доц буд кв пров бульв пл тис напр зокр нар укр англ рос пор ред упоряд стор "
    "ін гр гл заст нач ген полк кап лейт серж хв сек год міс н.е іл табл мал пос сел оз о-в затв св адм дол коп "
    "шт ел тел зав пом хім фіз дод ур кол харк чл чл.-кор батьк м-р січ лют бер квіт трав серп вер жовт груд дир "
    "зб тит арк",
    "ru": "ул им обл тыс руб коп проф акад доц ред изд напр гр пос дер корп кв пр просп наб пл стр рис табл гл др ген "
    "полк кап лейт серж сек мин тел зав пом нач зам св ок англ рос укр рус пер оз в.д шт вып соч адм эл гос кур "
    "канд м-р янв фев февр мар апр июн июл авг сент окт ноя нояб дек сб цит прим бул",
    "be": "вул імя акад праф дац гл заг нам тыс руб кап інш гг абл гар",
    "bg": "ул бул им акад проф доц инж гр обл общ хил лв ст напр др ок ген полк кап лейт стр табл рис бр изд",
    "sr": "ул др проф инж акад ген пук нпр итд сл стр св бр год ul dr prof inž ing akad gen npr itd sl str sv br god "
    "tzv",
    "hr": "ul dr prof inž ing akad gen npr itd sl str sv br god tzv tj usp ured gđa gđica",
    "pl": "ul al pl os im św bł dr hab mgr inż prof doc gen płk ppłk kpt por ppor sierż st np tzw tzn tj itd itp in ok "
    "wg godz min sek tys mln mld zł gr nr art ust pkt poz str rys tab pt red wyd zob ang niem ros ukr woj pow gm "
    "wsp ks bp abp ur zm ob reż przyp oprac tłum al.ej med mec dyr prez pos tow lit tel hr kpr dyw sekr przew "
    "wiceprez zast kand przeds spół rtm kmdr adm",
    "cs": "ul tř nám sv ing mgr bc dr prof doc mudr judr phdr gen plk kpt por např tzv tj atd apod mj kol str obr "
    "tab č čl odst tis mil mld kč hod min sek okr tel red vyd srov př st stol",
    "sk": "ul nám sv ing mgr bc dr prof doc mudr judr phdr gen plk kpt por napr tzv tj atď pod str obr tab čl ods "
    "tis mil hod min sek okr tel red vyd porov st stor",
    "sl": "ul dr prof inž ing gen npr itd str sv št tel min sek oz itn ga tj tis mio mrd",
    "fr": "mme mmes mlle mlles mm mgr me dr pr st ste sts av bd bld boul chap fig vol éd ed coll env etc ex p.ex janv "
    "févr avr juil sept oct nov déc apr hab tél min sec réf resp suiv gén cdt lt adj trad dép arr arrond sq rte "
    "all rés bât al pl cf cie ibid c.-à-d lieut j.-c p.-s préf dir sén réd nº",
    "es": "sr sra srta sres sras dña dr dra dres lic ing prof profa gral cnel cap tte sgto cmdte alm av avda pza ctra "
    "núm arts pág págs fig vol etc ej aprox ca vs ud uds vd vds ee uu ff aa tel dpto depto dptal edo mpio izq "
    "dcha admón cía cia hnos máx mín trad ed eds sta sto fray excmo excma ilmo rvdo arq art mons fdo gob pdte min "
    "mill jj oo rr hh secr dir pres sen dip cte lcdo mtro hna hno",
    "pt": "sr sra srs sras srta dr dra drs prof profa eng enga gen cel cap ten sgt alm av pç núm art pág fig vol etc "
    "ex aprox ca tel séc cia ltda exmo exma ilmo trad ed sta sto dep min máx mín",
    "it": "sig sigg sigra dott prof avv ing arch gen col cap ten serg art artt nr pag pagg fig vol ecc es ca "
    "cfr tel min sec geom rag mons ed trad dr",
    "ro": "dl dna dnei str bd bl nr art alin pag fig vol etc ex aprox ca tel prof dr ing gen col cap lt sf jud mun min",
    "ca": "sr sra srs dr dra prof av ctra pl núm art pàg fig vol etc ex aprox tel excm",
    "nl": "dhr mevr mw drs ir ing mr prof ds jhr st nr art blz enz bijv resp ca o.a jl gen kol kapt lt sgt plm incl "
    "excl zgn vgl afd arr bur dir ed hfdst no pag red secr str tel wnd",
    "sv": "dr prof ing bl.a t.ex dvs m.fl etc osv ca kap st tel sek resp fr.o.m t.o.m s.k f.d jfr nr sid gen "
    "kungl inkl exkl ev milj",
    "da": "dr prof ing bl.a fx f.eks dvs m.fl etc osv ca kap tel sek hhv jf jfr mio mia nr pga adv skt sct gl "
    "inkl ekskl evt kgl",
    "nb": "dr prof ing bl.a f.eks dvs m.fl etc osv ca kap tel sek jf jfr mill mrd nr pga adv st inkl ekskl evt",
    "fi": "esim ym yms jne mm ks ns nk prof tri toht fil kenr kapt puh klo n os s nro mrd milj tri vrt ao",
    "et": "dr prof jne nt vt lk nr tn pst kindral kol kpt tel sh st",
    "hu": "dr prof ifj id özv pl stb kb ill vö ún st u ua tel szt krt fszt em ker ezr alez őrgy",
    "tr": "dr prof doç yrd av mah cad sok apt no tel vb vs örn gen alb yb bkz age yay haz çev hz sn şti ltd öğr müh",
    "lt": "dr prof doc gen plk kpt ltn gyd al pl pr pvz šv tūkst mln mlrd eur val min kt tt ir.t.t žr sav raj",
    "lv": "dr prof doc gen plkv kpt ltn iel nr piem utt sv tūkst milj mljrd raj lpp sk",
    "el": "κ κα κος δρ καθ αρ σελ βλ π.χ κ.λπ κ.ά χλμ εκ δισ τηλ αγ στρ ταγμ αν υπ τμ οδ λεωφ",
    "ar": "هـ أ.د د.م م.م ص.ب ق.م إلخ الخ تلفون طب أد كم كلغ كغ ملم م.ت ش.م ت",
    "he": "עמ מס טל וכו פרופ",
    "hi": "डॉ प्रो श्री श्रीमती पं रु कि.मी ई.पू ले जन",
    "id": "dr ir prof drs hj kh jl no tel dll dsb dst hlm tgl jend let kol kapt",
    "vi": "ts ths gs pgs tp tx tt ktx",
}
_BEFORE_NUMBERS = (
    "no nos nr art fig sec ch vol p pp par para jan feb mar apr jun jul aug sep sept oct nov dec ст стр рис гл п "
    "mär okt dez ziff bl anl tab num núm nº n° pag pág odst čl ust poz pkt rys lk розд мал ред верс ene abr ago "
    "dic janv févr avr juil août gen giu lug ott fev hst blz min max"
)
_WITH_ORDINALS = "de da nb fo is fi et lv lt pl cs sk sl hr sr hu tr eu"
_WITH_VOWELLESS_WORDS = "cs sk sl hr sr bg mk cy"

EVERYWHERE = frozenset(_EVERYWHERE.split())
BY_LANGUAGE = {language: frozenset(words.split()) for language, words in _OF_LANGUAGE.items()}
"""By primary subtag of BCP 47."""
BEFORE_NUMBERS = frozenset(_BEFORE_NUMBERS.split())
"""Short where a number follows, and mostly other words elsewhere."""

ALIKE = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "gsw": "de", "lb": "de", "nds": "de", "gl": "pt", "ms": "id"}
"""Languages that are read as another one."""
WITH_ORDINALS = frozenset(_WITH_ORDINALS.split())
"""A number and a full stop is an ordinal: am 12. März, 2. etap."""
WITH_VOWELLESS_WORDS = frozenset(_WITH_VOWELLESS_WORDS.split())
