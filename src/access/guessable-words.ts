/**
 * よくある言葉 — words people make passwords of: what is left of the commonest leaked passwords without their figures,
 * Japanese names and words in romaji, words of the trade. Lower case, four letters or more. The leaked ones and the
 * names come from the dictionaries of zxcvbn-ts 4 (MIT licence, Copyright 2012-2016 Dan Wheeler and Dropbox, Inc.,
 * 2021 zxcvbn-ts); vulgar words were left out.
 */
export const guessableWords: ReadonlySet<string> = new Set(
  `
aardvark aaron abcd abec abecad aberdeen abgrtyu abigail abraham absolut access accord account achilles action active
adachi adam adgjmptw adidas admin administrator admiral adrian adriana adult aezakmi africa ageha agent aggies aguri
aibc aibced aikido airborne airbus airforce airplane aisdef aisha aizawa akaho akaki akana akane akari akatsuki akeha
akeki akemi akeno akeyo akifumi akiha akiharu akihiko akihiro akihisa akihito akiho akika akiko akimasa akime akimi
akina akine akino akinobu akinori akira akisa akitaka akitomo akitoshi akiyama akiyo akiyoshi alabama alan alaska
albatros albert alberto albion alejandr aleksandr alex alexande alexander alexandr alexandra alexis alfred alibaba
alice alicia alien aliens alison allen alliance allison allsop alpha alpine alucard always alyssa amadeus amanda amano
amateur amazon amber amelia ameri america american amika amiru amsterda amsterdam anaconda anakin anamu anarchy
anastasia anders anderson andou andre andrea andreas andrei andres andrew andrey android andy anfield angel angela
angelica angelina angelo angels angie anhyeuem animal animals anime anna annette annie annzen anpanman ansha anthony
anton antonio anubis anything anzen aoki aoyagi aoyama aozora apache apollo apple applepie apples april aquarius
aragorn arai arakawa araki arata archer archie area arigato arigatou ariha arihide ariho arika arimi arina arisa arise
arisu arizona arjay armani arnold artemis arthur artist arufua aruha aruna asagi asahi asaho asai asaka asaki asako
asami asana asano asara asari asato asayo asdasd asdf asdfasdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfjkl asdzxc
ashley ashton asian aspire aspirine assassin assman asterix astrid astros asuhi asuka asumi athena atlanta atlantic
atlantis atomic atomu atsue atsuhiko atsuhiro atsuka atsuki atsuko atsumi atsuna atsune atsuno atsuo atsusa atsushi
atsuto atsuya atsuyo attack auburn audrey august aurora aussie austin australi australia autumn avalon avatar avenger
awana awano awesome ayaha ayahi ayaho ayaka ayaki ayako ayame ayami ayamu ayana ayane ayano ayara ayari ayasa ayase
ayato ayayo ayuka ayuki ayume ayumi ayumu ayuna ayuno ayuri ayusa ayuto azamat azerty azsxdc azsxdcfv azuki azuma
azumi azuna azusa baba babies baby babyboy babydoll babygirl babylon backdoor backup bacon badboy baddog badger
baggins bailey ball baller balloon balls bambam banana bananas bandit banker banri banshee barbara barbie barcelon
barcelona barkley barney barry barsik bart baseball basket basketba basketball bassman batman battle baxter beach
beagle beaner beanie bear bearbear bears beast beatles beatrice beautiful beauty beavis beckham becky beefcake beer
beetle believe belinda bell bella belle bender benjamin bennett benson bentley berlin bernard bernie bertha bertie
bethany better betty beverly bianca bicycle bigballs bigbear bigbird bigboy bigdaddy bigdog bigfoot bigger biggie
bigguy bigmac bigman bigmoney bigone bigred bigtime bikini bill billie billy billybob billyboy bingo bird birdie
birdman birthday biryuu biscuit bishop biteme bizkit blabla black blackcat blackdog blackhaw blackie blackjac blackman
blacks blacky blade blades blahblah blake blaster blazer blessed blink blizzard blonde blondes blondie blood bloody
blow blowme blue bluebird blueblue blueboy blueeyes bluemoon blues bluesky boat bobafett bobbie bobbob bobby bobcat
boeing bogart bogdan bohica bollox bomber bond bone bonehead boner bones bonita bonjour bonnie bonsai booger boogie
boomer bootie boots boris bosco boss bossman boston bottom bowler bowling bowser boxing boys brad bradford bradley
brandi brando brandon brandy brasil braves brazil breast breeze brenda brendan brian brianna bridge bridget brighton
bristol britney brittany broadway broder broken bronco broncos brooke brooklyn brooks brother brothers brown brownie
browns bruce brucelee bruins bruno brutus bryan bryant bubba bubbas bubble bubbles buck buckeye buckeyes buddha buddy
budlight budman budweise buffalo buffett buffy bugger bull bulldog bulldogs bullet bullseye bunghole bunny burger
burton bush business buster butch butler byoin byouin byteme cabbage cactus cadillac caesar caitlin calico caliente
californ california caligula callie calvin camaro camel camelot camels camera cameron camilla camille campbell canada
cancel cancer cancun candle candy candyman cannon canon cantona capital capone captain caramel cardinal carl carlo
carlos carlton carmen carol carole carolina caroline carolyn carpet carrera carrie carrot carson carter cartman
cartoon caserta casey cash casino casper cassidy cassie castle catalina catch catdog catfish catherin catherine catman
cats cavalier caveman ccbill cdtnkfyf cecilia celeste celica celine celtic celtics cent center central cessna chad
chainsaw chair champion champs chance chandler chanel chang change changeme chaos charger chargers charles charley
charli charlie charlott charlotte charlton charly charmed chase chaser check cheers cheese cheetah chelsea chemical
cheng cherokee cherry cheryl chester chevelle chevrole chevy chewie cheyenne chiaki chiaya chiba chicago chichi
chicken chickens chicks chico chief chiefs chieko chiemi chieri chigusa chiharu chihaya chihiro chiho chika chikae
chikage chikako chikano chikara chikaru chikasa chikashi chiki chiko chikoto children china chinae chinami chinari
chinaru chinatsu chino chinon chiori chipper chisa chisaki chisako chisane chisato chise chisei chisumi chitose chivas
chiya chiyo chiyoko chiyomi chiyu chiyuki chiyumi chizuki chizuko chizumi chizuru chloe chocolat chocolate chopper
chris chrisbln chrissy christ christia christian christin christina christine christop christopher christy chronic
chubby chuck chucky chura church cigars cinder cindy cinnamon cisco city cjkysirj cjkywt claire clancy clapton
clarence classic claude claudia clayton clemson clifford clinic clinton clipper clitoris cloud clover cobra cocacola
coconut cody coffee cohiba coke coleman colleen college collins colombia colorado colors colt coltrane columbia
columbus comics command commando compaq computer concrete condom condor connect conner connie connor conrad consumer
content control cookie cookies cool cooldude cooler coolio coolman cooper cooter copper corona corrado corvette cosmo
cosmos cosworth cotton cougar country courtney cowboy cowboys coyote cracker crash crawford crazy crazybab creative
credit cricket crimson cristina critter cruise cruiser crunch crusader crysis crystal cthulhu cthutq cuddles cupcake
curious curtis cutter cxfcnmt cyclone cyclops cynthia daddy dagger daichi daigo daiichi daijirou daiki daimu daisaku
daisuke daisuki daisy daito dakota dale dallas dalton damage damian damien dammit dana dance dancer danger danie
daniel daniela danielle daniil danila danjirou danni danny dannyboy daphne dark darkness darkside darkstar darling
darren darwin dave david davids davidson davis dawg dawn dawson daytona dbrnjhbz deacon dead deadhead deadman dean
deanna death debbie deborah december deedee deepthroat deeznuts defender defiant deftones deguchi delete delta demo
demon denali denis denise deniska dennis denshikarte densikarte denver depeche derrick deruta desert design designer
desire deskjet destiny detroit devil devildog devils dexter dfkthbz dfkthf dfktynbyf dfvgbh diablo diamond diamonds
diana diesel dietcoke digger digital dilbert dilligaf dillon dima dinamo ding dingdong dinosaur direct director dirty
discover disney divine dixie dkflbckfd dkflbvbh doberman doctor dodge dodger dodgeram dodgers dogg doggie doggy dogman
dogs dollar dolphin dolphins dominic domino donald dong donkey donna donnie doobie doodle dookie doraemon dorothy
double doughboy douglas down dracula drago dragon dragons dragoon drake dream dreamer dreams drew driver drizzt
drowssap drpepper drummer dthjybrf dublin ducati duchess duck dude dudley duke duncan durango duster dustin dusty
dylan dynamics eagle eagles easy eatme eclipse eddie eduard edward eeyore eguchi ehana eigorou eiichi eiichirou
eijirou eileen einstein eisaku eisuke eitarou eizou ekaterina elaine elecom electric element elena elephant eleven
elijah elizabet elizabeth elliot elliott elvira elvis elwood emerald emerson emiho emika emiko emily emina eminem
emiri emma emmanuel empire endou energy engage engine engineer england english enigma enjoy enomoto enter enterpri
enterprise erena eric ericsson erik erika eriko erina eriya ernest eruna eruru escape escort esther eternity etsuho
etsuki etsuko etsumi etsurou etsuyo eugene europa evelyn everest everton excalibu exigen exigent exodus explorer
express extreme fabian fabie facial faith falcon falcons fallen fallout family fang fantasy farmer farside fashion
fast faster fatboy fatcat father fatima fatman feather february feet felicia felix fender fernand fernando ferrari
ferret fetish ficken fiesta figaro fighter filter finger fingers finish fire fireball firebird firefly firefox fireman
first fish fisher fishes fishing fitness fktrcfylh fktrcfylhf fktrctq flames flamingo flash flatron fletch fletcher
flight flipper floppy florence florian florida flower flowers fluffy flyboy flyers flying foobar football ford fordf
forest forever forfun forget forgot formula forrest fortigate fortinet fortuna fortune fossil foster fowler foxtrot
france frances francis franco francois frank frankie franklin franky freak freaks freaky freckles fred freddie freddy
frederic fredfred free freedom freeman freeuser french friday friend friends fright frisco fritz frog frogger froggy
front frontier frosty frozen fubar fubuki fugazi fuji fujii fujika fujikawa fujiko fujimoto fujimura fujina fujino
fujioka fujisa fujisan fujisawa fujita fujiwara fukazawa fukuda fukui fukumoto fukuoka fukushima fumiaki fumie
fumihide fumihiko fumika fumikazu fumiko fumina fumino fumio fumitaka fumitake fumitoshi fumiya fumiyo fumiyuki
function funny funtime furukawa furuta fusae fusaji fusako fusana fusano fusatsugu fuseo fusion futaba futoshi future
fuuga fuuha fuuka fuuki fuuma fuuna fuune fuuno fuusa fuuta fuuto fuuya fuyu fuyue fuyuhi fuyuka fuyume fuyumi fuyune
fuyuno fuyuta fyfcnfcbz fylhtq gabrie gabriel gakuto galaxy galina galore gambit ganbare gandalf gang gangsta gangster
garage garbage garcia garden garfield garrett gary gateway gator gators gbpltw geheim geka gemini general genesis
genius genki genta george georgia gerald gerard german germany geronimo getmoney getsome gfhjkm ghbdtn ghbdtnbr ghetto
ghjcnj ghost giant giants gibson gilbert gillian ginga ginger ginji giorgi giovanni girl girls giuseppe gizmo gizmodo
gjkbyf global gloria gmoney gnsgn goalie goblin goblue goddess godsmack godzilla gofish goforit goku gold goldberg
golden goldfish goldie golf golfball golfer golfing goliath gonzo goober good goodbye goodluck goodtime google goose
gopher gordon gorilla gotcha gothic gotou govols grace gracie graham grandma granny grateful great greatone green
greenbay greenday greens greg gregory gremlin grendel gretchen griffey griffin gringo grizzly groovy grover grumpy
guardian guest guiness guinness guitar gundam gunner gunners gunta gustav hacker hagihara hailey haine hajime halflife
hallo hamada hamburg hamilton hamlet hammer hammers hamster hanae hanaha hanaka hanako hanami hanano hanari hanatsu
handsome hank hanna hannah hannibal hanon hanri hansen hansolo happy happyday hara harada hard harder hardon hardrock
harley harmony harold harper harris harrison harry haru haruaki harue haruha haruhi haruhiko haruho harui haruka
haruki haruko haruku haruma harume harumi harumo harumu haruna harune haruno harunobu haruo haruse haruto haruya
haruyo harvey hasegawa hashimoto hastings hasumi hatakeyama hatsue hatsuho hatsuka hatsuki hatsuku hatsumi hatsuna
hatsune hatsuno hattori hawaii hawk hawkeye hayaka hayakawa hayami hayane hayasa hayase hayashi hayate hayato hayden
hayley hayuma hazuki hazumi hazuna head health heart hearts heather heaven hector hedgehog heidi heisei helen helena
hellfire hello hellokitty helloo hellyeah help helpme hendrix henry herbert herbie hercules herman hermes hershey
hesoyam hibiki hidaka hidden hideaki hideharu hidehito hidekazu hideki hidemasa hidemi hidenaga hidenari hidenobu
hidenori hideo hideri hideshi hidesuke hidetaka hideto hidetoshi hidetsugu hideya hideyasu hideyoshi hideyuki highland
higuchi hiina hiira hiiragi hiiro hiizu hijiri hikana hikari hikaru hilton himari himawari himitsu hinagi hinaki
hinako hinami hinano hinari hinata hinato hinatsu hinayo hinon hiori hiphop hirai hirakawa hirano hirari hirata
hirayama hiroa hiroaki hiroe hirofumi hiroha hirohisa hirohito hiroka hirokazu hiroki hiroko hiromasa hiromi hiromiki
hiromitsu hiromu hirona hironari hirone hirono hironobu hironori hiroo hirose hiroshi hiroshima hirota hirotada
hirotaka hirotarou hirotatsu hiroto hirotoshi hiroyasu hiroyo hiroyoshi hiroyuki hisae hisafumi hisaho hisaka hisakazu
hisaki hisako hisami hisana hisanari hisano hisanori hisao hisashi hisato hisatoshi hisayo history hisui hithere
hitman hitoe hitoha hitoka hitomi hitona hitone hitono hitose hitoshi hitsuji hiyori hiyumi hiyuu hizuki hjvfirf
hobbes hobbit hockey hodaka hoharu hokuto holden holiday holland holly hollywoo hollywood holmes homare home homer
homers homerun honami honatsu honda honey hongkong honma honoka honomi honon honone honori hooker hoover hope hopper
hori horie horiuchi horizon horndog hornet horney horse horses hoshi hoshiha hoshimi hoshina hoshine hoshino hosokawa
hospital hotaru hotboy hotdog hotona hotrod hotshot hotstuff hotsumi hotta hottie houka house houses houston howard
hozue hozumi hozumu hudson hummer hungry hunter hunting hurrican husker huskers huskies hustler hyakushige hyouga
hyougo hyperion ibanez ibuki iceman ichidou ichie ichigo ichiha ichika ichikawa ichimi ichina ichine ichino ichiriki
ichirou ieyasu iforgot igarashi igor iguana iguchi ihateyou iida iijima iizuka ikeda ikkei ikkou ikufumi ikuho ikuka
ikuko ikumi ikuna ikuno ikuyo illini iloveu iloveyo iloveyou imagine imai imamura imano imari immortal impala imperial
inaba inada inagaki inami inatsu incho inchou incubus indian indiana indians indigo infantry inferno infiniti infinity
ingrid injimu inori inoru inoue insane inside integra internet intrepid iphone ippei ireland irina irish iroha ironman
iruka iryo iryou isabel isabella isabelle isaiah isaki isamu ishibashi ishida ishiguro ishihara ishii ishikai ishikawa
ishizuka island israel isuzu italia itono itou itsue itsuho itsuka itsuki itsumi itsuna ivan ivanov ivanova iverson
iwai iwamoto iwantu iwasaki iwata iyori izuho izumi jack jackal jackie jackoff jackson jacob jade jaguar jake jamaica
james jamesbon jamesbond jamie jammer janice janine january japan japanese jarhead jasmin jasmine jason jasper java
javier jayeeuz jayhawk jazz jazzman jean jeanette jedi jeep jeff jeffrey jenna jennie jennifer jenny jensen jeremiah
jeremy jericho jerome jerry jersey jesse jessica jessie jester jesus jethro jimbo jimbob jimmy jimu jirou joanna
joanne joejoe joey johanna john johnjohn johnny johnson joker jokers jonathan jones jordan jose joseph josh joshua
jouji jrcfyf juan juchika judith juggalo juice jukia julia julian julie juliet julius july jumper june junebug jungle
junior junka junko junmi junna junpei junrei junri junta jupiter jurin justdoit justice justin justine justme juuto
juventus kaede kahana kahane kahori kairi kaisei kaiser kaishi kaito kajitsu kajiwara kakeru kaktus kakuta kamata
kamei kamikaze kamiya kanade kanae kanaha kanaho kanai kanako kaname kanami kanan kanana kanari kanata kanato kanatsu
kanawa kanayo kanazawa kaneda kaneko kangaroo kango kangoshi kanji kanna kanno kanoha kanoho kanoka kanon kanori kanri
kanrisha kansas kanta kaori kaoru karan karate karei karen karibu karin karina karolina karte kasahara kasaki kasane
kashi kasper kasui kasumi kasune katana kataoka katayama katerina kathleen kathryn kathy katie katou katrin katrina
katsu katsue katsuhide katsuhiro katsuhisa katsuichi katsuji katsuki katsuko katsumi katsunari katsunobu katsunori
katsuo katsurou katsushi katsutarou katsutoshi katsuya katsuyoshi katsuyuki kawabata kawaguchi kawai kawaii kawakami
kawamoto kawamura kawano kawara kawasaki kawashima kawata kayasa kayoko kayou kayume kazoku kazuaki kazuchi kazue
kazufumi kazuha kazuharu kazuhei kazuhi kazuhide kazuhiko kazuhiro kazuhisa kazuhito kazuho kazui kazuka kazuki kazuko
kazuma kazumasa kazumi kazumichi kazumori kazuna kazunari kazune kazuno kazunori kazuo kazura kazuri kazusa kazushi
kazushige kazutaka kazutarou kazuto kazutoshi kazuwo kazuya kazuyo kazuyoshi kazuyuki kcjwxsn keeper keiga keigo
keigou keiichi keiichirou keiji keijirou keika keiki keiko keikou keimi keina keino keiri keiru keisa keisei keishi
keisuke keita keitarou keith keito keizou kelley kelly kelsey kendall kengo kenji kenjirou kenkichi kennedy kenneth
kenny kensaku kenshin kensuke kenta kentarou kento kentucky kenwood kenworth kermit kevin keyboard keystone keywest
kichino kicker kifumi kiharu kihiro kiichi kiiko kiiro kikuchi kikue kikuko kikuno kill killbill killme kimber
kimberly kimiaki kimie kimihi kimii kimika kimiko kimina kimino kimiyo kimiyu kimiyuki kimura kinami kinatsu king
kingdom kingfish kingkong kingpin kingston kinji kinoka kinori kinta kinue kinuka kinuko kinumi kinuyo kipper kirakira
kiran kirara kirari kirika kiriko kirill kirin kirina kirine kirsten kisaki kisaya kisei kisha kishi kishimoto kishuu
kiss kisses kissme kitagawa kitamura kitano kitkat kitsuki kitsune kitten kitty kittycat kiyoe kiyofumi kiyoha kiyohi
kiyohito kiyoho kiyoi kiyoka kiyoko kiyomi kiyona kiyono kiyora kiyoshi kiyui kiyuki kiyuu kizuki klaster klingon
knicks knight knights knopka kobato kobayashi kobe kodama kodiak koga kohaku kohana kohane koharu kohina koike koimi
koizumi kojima kokoa kokoe kokoha kokomi kokona kokone kokori kokoro kokoru kolobok komachi komaki komatsu komiki
komina komoe komomo komori komugi konami konan konana konatsu kondou kong konishi konnichiwa konoe konoha konoka
konoma konomi korin kosato koshka kostya kosui kosumi kosumo kosuzu kotani kotarou kotenok kotoa kotoe kotoha kotoho
kotoka kotoki kotoko kotome kotomi kotona kotone kotono kotora kotori kotose kotowa kotoyo kouda koudai kouhei kouhi
kouichi kouichirou kouji koujirou kouki koumei koumi kouna kouno koura kouran kouri kousei koushien koushirou kousuke
kouta koutarou kouyou kouzou koyama koyori koyuki koyume koyumi koyuri kozato kozue kozumi kramer krishna krista
kristen kristi kristin kristina kristine kristy ktyjxrf kubo kubota kudou kume kumiko kungfu kuniharu kunihiko
kunihiro kunio kuniyo kuniyoshi kuran kurea kureha kurei kurena kureno kuria kurihara kurita kuroda kurokawa kuroki
kurosawa kuruchi kurue kurumi kuwahara kyara kyle kyoto kyouhei kyouichi kyouji kyouka kyouki kyouko kyoumi kyouna
kyoune kyouno kyousuke labrador labtec lacrosse ladies lady ladybug laguna lakers lancelot lancer lansing laptop
larisa larry lasvegas latin latino laura lauren laurie lawrence lawyer leader leather ledzep legacy legend legion
legolas lemons lennon leonard leonardo leopard leslie lespaul lestat lester letmein letsgo lewis lexmark liberty life
lifehack lifetime light lightnin lights lillian lincoln linda lindsay lindsey lineage lion lionking liquid lisa
lisalisa little liverpoo liverpool lizard lizzie lobster logan login logitech lolipop lolita lollipop lollol london
lonely lonestar lonewolf long longhorn looker looking looser lorenzo lorraine loser louis louise loulou love loveit
lovelove lovely loveme lover loverboy lovers loveyou loving lowrider lucas lucifer lucky luckydog lucy ludwig luke
luther lvbnhbq maasa maaya mabuki macdaddy machi machida machine macross madden maddie maddog madeline madison madman
madmax madness madoha madoka madonna madrid maeda maekawa maestro mafumi mafuyu maggie magic magick magicman magnolia
magnum magnus mahime mahiro mahiru mahona maiden maiha maiho maika maiki maiko mailcreated mailman maina maine maino
maira mairi majestic makana makaveli makie makiha makiho makika makiko makina makino makinu makoto maksim malaka
malcolm malibu malina mallard mamapapa mamiko mamori mamoru manabu manae manager manaha manaka manako manama manami
manan manano manao manare manari manase manato manatsu manaya manchest manchester mandingo mandy maniac manon manson
manuel manutd maradona marathon marc marcel march marco marcos marcus marei mareka maremu maren marena margaret
margarita maria mariah marian marianne marie marika mariko marilyn marin marina marine mariners marines marino mario
marion marisa marissa mariya mark market markus marlboro marlene marley marlin marshall martha martin martina martinez
martini maruyama marvel marvin mary maryjane maryland masaaki masae masafumi masagazu masaharu masahide masahiko
masahiro masahito masai masaji masakazu masaki masako masami masamitsu masamune masana masanaga masanao masano
masanobu masanori masao masaru masashi masataka masatami masato masatoshi masatsugu masaya masayo masayoshi masayuki
masazumi masei mashiho mason massive master masters masuda masuhiro masumi matador mathew matilda matrix matsubara
matsuda matsui matsuki matsumi matsumoto matsumura matsunaga matsuo matsuoka matsuri matsushima matsuura matsuyama
matsuyo matsuzaki matt matthew mattie mature maureen maurice maverick maxell maxima maximus maxine maxmax maxwell maxx
mayaka mayako mayday mayhem maynard mayue mayui mayuka mayuki mayuko mayume mayumi mayumu mayuna mayura mayuri mayuu
mayuzumi meatball meatloaf mebae mebuki mechanic medical medicine megadeth megaman megan meghan meguho meguka megumi
meguri meiji meika meiko meina meira meiran meiri meiya melanie melinda melissa mellon melody melvin member memorex
memori memory memphis mercedes mercury meredith meridian merlin mersedes metal metallic metallica method mexico miaka
miaki miako miami miasa miaya mibuki michael michaela michel michele michelle michi michie michigan michihiro michiho
michika michiko michina michio michiru michiyo mickey microlab microsof microsoft midget midnight midori mieko mifuki
mifuu mifuyu mighty miguel mihae mihana mihane miharu mihato mihaya mihayu mihime mihiro mihoka mihoko mihona miiha
miina miine miiru mikae mikako mikami mikan mikana mikari mikawa mikayo mike mikemike mikey miki mikiaki mikie
mikihiro mikiho mikikazu mikiko mikina mikino mikio mikiyo mikoto mikuho mikuka mikuto milana milano milena miles
military miller millie million milton mimari mimori minae minagi minaha minaho minai minaka minaki minako minami
minamo minao minari minase minato minatsu mine minecraft mineka mineki mineko mineri mineyuki minime minnie minoka
minoki minon minori minoru mioha mioka miomi miora miori mioto miracle mirage mirai miran miranda mirei miriam miruka
misaho misaki misako misao misato misawo misfit mishuri misono misora mission missy mister mistress misty misumi
misuzu mitsuaki mitsue mitsugi mitsuha mitsuharu mitsuhiko mitsuhiro mitsuhisa mitsuho mitsuka mitsuki mitsuko mitsumi
mitsuna mitsune mitsuno mitsunori mitsuo mitsuru mitsushi mitsutaka mitsuteru mitsuyo mitsuyoshi mitsuyuki miura miwa
miwako miyabi miyagawa miyagi miyahara miyake miyako miyamoto miyano miyata miyauchi miyazaki miyazawa miyoka miyoko
miyoshi miyou miyuho miyuka miyuki miyumi miyusa miyuu mizue mizuha mizuho mizuka mizuki mizumi mizuna mizune mizuno
mizuo mizuse mizutani mobile mochizuki models moeka moeko moemi moeno moeri mogi mojo mollie molly moloko molson momie
momiji momika momo momoa momoe momoha momohi momoka momoki momoko momoku momomi momona momone momoney momono momoo
momose momoyo monaco monaka monami monan monday money moneys mongoose monica monika monique monitor monkey monkeys
monopoly monroe monster montana montreal monty moocow mookie moomoo moon moori moose morgan mori morihiro morikawa
morikuni morimichi morimoto morio morita moriyama morpheus morris morrison moscow mother motoe motofumi motoi motoka
motoki motokiyo motoko motomi motoo motorola motoshi motoyasu motoyuki mountain mouse movie movies moyumi mozart mukai
mulder munchkin munehiro muneo muppet murai murakami muramatsu murata murayama murder murphy murray musashi muscle
mushroom music musicman mustang mustangs muteki mutou mutsue mutsuka mutsuki mutsuko mutsumi mutsuyo mylove myself
mystery mystic myuuji nachi nachie nachika nadine naemi naeri nagai nagano nagao nagasawa nagashima nagata nagino
nagisa nagoya nahoko naika naina naito naitou nakagawa nakahara nakai nakajima nakamura nakanishi nakano nakao nakata
nakatani nakayama nakazawa namie namiha namiho namika namiki namiko namina namisa namiyo nanae nanaha nanaho nanaka
nanaki nanako nanami nanan nanana nanane nanao nanari nanasa nanase nanashi nanato nanatsu nanaya nancy nanka nanoha
nanoka nanoko nanon nanri naoha naohiko naohiro naohisa naohito naoka naoki naoko naomi naori naoshi naosuke naotarou
naoteru naoto naoya naoyuki napoleon naren narihiro narika narikazu narimitsu narisa narita naritada naritoshi narue
naruho naruka narumi naruto nascar nasty nastya natali natalia natalie natasha nathalie nathan national natsu natsue
natsuha natsuho natsui natsuka natsuki natsuko natsume natsumi natsuna natsune natsusa natsuyo nattsu natural nature
naughty nayuki nayume nayumi nayura nazuki nazumi nazuna nccitoia nccitoid nccitoie nebraska neiro neko nekoneko
nellie nelson nemesis nemoto neptune network nevada newlife newman newport newton newyork nfnmzyf nguyen nichika
nicholas nick nicola nicolas nicole night nihon niima niina niino nijiha nijiho nijika nijina nijirou nijito nikita
nikki nikola nikori nimrod nina niners ninja nintendo nippon nirei nirvana nishi nishida nishikawa nishimoto nishimura
nishino nishio nishioka nishiyama nishizawa nissan niwa nobody noboru nobuaki nobue nobuhiko nobuhiro nobuhisa nobuki
nobuko nobumasa nobunaga nobuo nobutada nobutaka nobuteru nobutomo nobutoshi nobuya nobuyasu nobuyori nobuyoshi
nobuyuki noda nodoka noeru nofear noguchi nokia nolimit nomura nonaka none nonka nonno nonoka noodle noodles nookie
noria noriaki norie noriha norihiro norihisa norihito norika noriko norina norino norio norisa noritaka noriteru
norito noritomo noriyo noriyuki norman norton nothing november nozaki nozawa nozomi nudist nugget number nurse
nuttertools nwoalife nyjets nylons nymets oakland oakley obara obiwan oblivion ochiai october odessa office ogasawara
ogata ogawa ogino ogura ohayo ohayou ohyeah oicu oikawa oilers okabe okada okamoto okamura okano okazaki okinawa
oklahoma oksana okuda okumura okuno okuyama oldman oleg olga oliver olivia omamori omega omoka onegai onelove onepiece
online onlyme onodera ooaya ooba oohashi ooishi ookawa ooki ookubo oomori oomura oonishi oono oosawa ooshima ooshiro
oota ootake ootani ootsuka oouchi ooyama oozora open openorca openup operator oracle orange oranges orca oregon orika
orina orioles orion orisa orlando osaka osamu oscar osiris otoha otoka otona otose otowa outlaw overlord oxford ozaki
ozawa pacific packard packer packers pacman painter pakistan palace paladin palmer pamela panama panasonic pancho
panda pandora pantera panther panthers pantyhos panzer paradise paradox paris parker parola parrot party pascal passat
passion passport passwd passwor password passwords passwort pasuwaado pasuwado patches patient patricia patrick
patriot patriots patton paul pauline pavilion payton peace peaches peanut peanuts pearl pearljam pebbles pedro
peekaboo peewee pegasus pencil penelope penguin penguins penny penthous pentium people pepper pepsi perfect personal
pervert pete peter peterpan peters peterson peugeot phantom phil philip philips phillies phillip phillips philly
phoebe phoenix photo photos phpbb picard picasso piccolo pickle pickles pics picture pierre piglet pikachu pillow
pilot pineappl ping pingpong pink pinkfloy pinku pioneer pippen pirate pirates pistol pitbull pizza planet plastic
platinum play playboy player playtime please pleasure plumber plymouth poison pokemon polaris police polina
polniypizdec polo polska pompey poncho pontiac poodle pooh poohbear pookie pooter popcorn popeye porkchop porsche
porter portland portugal positive possum postal potato potter powder powell power powers precious predator prelude
presario presto preston pretty primus prince princes princess printer private privet prodigy profit psycho pumpkin
punisher punkin punkrock puppies puppy pupsik purple putter pyramid python qawsed qawsedrf qawseed qazqaz qazwsx
qazwsxed qazwsxedc qazwsxedcrfv qazwsxeedc qazxsw qazxswedc qiwe qiweer qiweerat qiweeratsy quality quattro queen
quincy qwaszx qweasd qweasdzxc qwee qweear qweearst qweearsty qweqwe qwer qwerasdf qwert qwerty qwertyu qwertyui
qwertyuio qwertyuiop rabbit racecar racerx rachael rachel racing rafael ragnarok raichi raider raiders raika raiki
railroad raimi raimu rain raina rainbow raira rairi raisa raistlin raito ralph rambler rammstein ramona ramses ranan
randall random randy ranger rangers ranna raptor rascal rasdzv rasputin rastaman raven ravens raymond razz rbhbkk
rctybz rdcepo ready reagan reality reaper rebecca rebel rebels receipt recepto redalert redbull reddog redhead redhot
redman redneck redrum redskins redsox redwings reebok reeko reemi reena reggie regina rehabiri reiha reiho reiichi
reiji reika reiki reiko reimi reina reini reino reira reiri reisa reishi reiwa reiya remember remon renault renegade
renta rentarou rento rereirf rescue research resept respect retard retired revenge review rfhbyf rfnthbyf rfrfirf
rfrnec rhbcnbyf rhonda ricardo rich richard richards richie richmond rick ricky rieko riemi rightnow riharu rihito
rikako rikana rikei rikimaru rikio rikito rikiya rikizou rikka rikuka rikuo rikuto ringo rinka rinna rinne rinon rinta
rintarou riona riori ripper riran rirei riria ririka ririna risaki risana risato risuzu ritsu ritsue ritsuho ritsuki
ritsuko ritsuna ritsuno river riyuu rizuki rizumu rjirfrgbde rjntyjr roadkill robbie robert roberta roberto roberts
robin robinson robotech rock rocker rocket rockets rockhard rockon rocks rockstar rocky rodney roger rogers roland
roller rolltide roman romance romashka romeo rommel ronald ronaldo ronnie rookie rooster root rootbeer roscoe rose
rosebud rosemary rosie rotten route rovers roxanne royals rubber rugby ruina ruiri rulez rumiko rumoi runmi runner
running rupert rurika ruriko rush ruslan russell russia russian rustam rusty ruuna ruuru ryan ryoubi ryouga ryouha
ryouhei ryouichi ryouji ryouka ryoukei ryouken ryouko ryouma ryoumi ryouna ryousuke ryouta ryoutarou ryouto ryouya
ryuubi ryuuichi ryuuji ryuujirou ryuuka ryuuken ryuuki ryuuma ryuumi ryuunosuke ryuuri ryuusei ryuusuke ryuuta
ryuutarou ryuuto ryuuya ryuuzou saaki saara saari saaya sabbath sabina sabine sabrina sachi sachie sachiho sachika
sachiko sachimi sachina sachino sachio sachiwo sachiyo sadaetsu sadafumi sadahiro sadako sadanori sadie saeka saeki
saeko saemi saera saeri safari safety saharu sahoko sahori saiha saiju saika sailboat sailing sailor saimi saint
saints saira sairi saisha saitou sakae sakaguchi sakai sakaki sakakibara sakamoto sakata sakie sakiha sakiho sakika
sakiko sakimi sakimo sakina sakino sakira sakisa sakiyo sakuma sakumi sakuna sakuno sakura sakurai sakurako sakuri
sakutarou sakuya sally salmon salvador samantha samara samasa samiam sammie sammy sample sampson samson samsung samuel
samurai sanae sanami sanatsu sanchez sanders sandiego sandman sandra sandro sandy sango sano santana santiago santos
saori sapphire sapporo sara sarah sarana sarasa saratoga sarii sarina sasaki sasara sasha sassy satan satoe satoha
satoho satoka satoko satoma satomi satona satone satono satori satoru satoshi satou satsuka satsuki saturday saturn
saun sausage savage savannah sawada sawae sawaka sawaki sawako sawami sawayo sayaka sayaki sayako sayami sayang sayano
sayoko sayomi sayonara sayori sayui sayuka sayuki sayumi sayuri scania scarface scarlet scarlett school science scooby
scoobydo scooter scorpio scorpion scotch scotland scott scottie scotty scratch scruffy scully seamus sean search
seattle sebastia sebastian secret security seeker seiga seigo seiha seiho seiichi seiichirou seiji seijirou seiju
seijuurou seika seikai seiki seiko seima seina seine seinfeld seino seinosuke seira seiri seisa seishi seitarou seito
seiya seki sekiguchi sekine select selena seminole semperfi sendai senna senri sentinel septembe september serega
serena serenity sergei sergey sergio seria serie serika serina serisa server service sesame seshiru setsuka setsuko
seven shado shadow shaggy shalom shaman shamrock shane shaney shania shannon shaolin shark sharks sharky sharon shasta
shaved shazam shearer sheena sheila shelby shelley shelly shemale sherlock sherman sherry sherwood shibata shibuya
shiemi shien shieri shieru shigeaki shigeharu shigehisa shigeji shigeki shigeno shigenori shigeo shigerou shigeru
shigetomo shigetora shigeyuki shiho shiimi shiina shiine shiino shika shiki shiloh shima shimada shimazaki shimizu
shimoda shimomura shina shinden shindou shingo shinji shinjirou shinju shinki shinko shinnosuke shino shinobu
shinohara shinon shinpei shinryo shinryojo shinryou shinryoujo shinsaku shintarou shinzou shioe shioi shioka shiokaze
shiomi shion shiona shiono shiora shiori shiose shiou shiraho shirai shiraishi shirley shirou shisa shisei shisumi
shisutemu shiun shiyono shiyori shiyou shiyu shizu shizuaki shizue shizuha shizuho shizuka shizuki shizuko shizuku
shizuma shizumi shizuna shizuno shizuo shizura shizuri shizuru shizusa shizuse shizuto shizuyo shodai shogun shoka
shonika shoon shopping short shorty shotgun shouei shougo shouhei shouichi shouji shouka shouki shouko shouma shouna
shouno shouri shouta shoutarou shouun shouwa shouya shouzou showa showme showtime shuho shuka shuki shuma shuna shungo
shunpei shunri shunsuke shunta shuntarou shura shuri shusa shuugetsu shuugo shuuha shuuhei shuuho shuuichi shuuji
shuuka shuuki shuuko shuuma shuumi shuuna shuusaku shuusuke shuuta shuuto shuuya shuuzou sidney siemens sierra silence
silver silvia simba simon simone simple simpson simpsons sinatra sinclair singer single sinner sirius sister sithlord
sixers skater skeeter skiing skinny skipper skippy skittles skorpion skydive skyline skywalke skywalker slacker slappy
slapshot slayer sleepy slider slipknot small smile smiles smiley smith smitty smoke smoker smokey smokin smooth smudge
smut snake snakes snapper snatch snickers sniper snoopdog snoopy snow snowball snowman snuggles sobaka soccer socrates
soeru softball software sojdlgiealjg soldier soleil solnce solomon somethin sommer sonata song sonic sonoe sonoka
sonoko sonomi sony sooner sooners sophia sophie sorachi sorato sosoiealjg soudai souichirou soujirou souka soukuu
souma sousuke souta soutarou southern souto soyoka soyono space sparkle sparks sparky sparta spartak spartan spartans
speaker spears special spectrum speed speedy spencer spider spiderma spiderman spidey spike spirit spitfire splash
splinter spooky sport sports spring springer sprint sprite spunky spurs spyder squirrel squirt srinivas stacey stalker
stallion standard stanley star starbuck starcraft stardust starfish stargate stars starship startrek starwars station
stealth steele steeler steelers stefan stefano stella steph stephani stephanie stephen sterlin sterling steve steven
stevie stewart stick sticks sticky stimpy stinger stingray stinky stocking stocks stolen stone stonecol stoner stones
storm stormy stranger street strider strike striker stripper strong stuart stud student studio stuff stupid subaru
sublime subway success suda sudou sugahara sugar sugimoto sugita sugiura sugiyama suguri suguru suika sukai sultan
sumie sumiha sumiho sumika sumiko sumina sumino sumio sumire sumiyo summer summit sumomo sunaho sundance sunday sunny
sunrise sunset sunshine super superfly superman supersta superstar support surf surfer surfing susan susumu suzanne
suzue suzuha suzuho suzuka suzuki suzuko suzuma suzumi suzuna suzune suzuno suzuto suzuyo svetik svetlana swallow
sweden sweet sweetie sweetpea sweets sweety swimmer swimming swinger swingers sword swordfis swordfish sydney sylvia
syracuse system tabitha tacobell tacoma tada tadaharu tadahiro tadamichi tadamori tadanori tadao tadashi tadatoshi
tadatsugu taeko taena taguchi tahara taichi taiga taikai taikei taiki tairiku taisaku taisei taishi taishou taisuke
taiyou taizou tajima takaaki takada takae takafumi takagi takaha takaharu takahashi takahide takahiko takahiro
takahisa takahito takai takaki takako takamasa takami takana takanaga takanari takane takanobu takanori takao takase
takashi takashige takashima takatoshi takaya takayama takayasu takayo takayoshi takayuki takeaki takeda takeharu
takehiko takehiro takeji takemoto takemura takenaka takeo takeomi takeru takeshi taketa taketsugu takeuchi takiya
takizawa takuma takumi takumu takuo takurou takushi takuto takuya takuyou takuzou tamae tamaha tamahi tamaho tamai
tamaka tamaki tamami tamamo tamao tamara tamari tamawo tamayo tamie tammy tamotsu tamura tanabe tanaka tang tani
tanigawa tanker tanner tanuki tanya tappei tara tardis target tarheel tarheels tarou tarzan tasha tashiro tasuku
tateyoshi tatiana tatsu tatsuaki tatsuhei tatsuhiko tatsuhiro tatsuji tatsuki tatsumi tatsunori tatsuo tatsuya tattoo
tatyana taurus taylor tazman tazmania tdutybq teacher team technics techno teddy teen teens tekken telefon temp
tempest temple tenma tenna tennis tenri tenru teppei tequila terada teresa terminal terminator terror terry teruaki
terue teruha teruhiko terukazu terumi teruna teruno terunori teruo terutaka teruyo teruyuki tessei test tester testing
testtest tetsu tetsuhiro tetsuji tetsunori tetsuo tetsushi tetsutarou tetsuto tetsuya texas thailand thanks thankyou
theboss thegame thekid theking theman theodore theone theresa therock thomas thompson thor throat thuglife thunder
thursday tickle tiffany tiger tigers tigger tight timber time timmy timothy tina tinker tinman tintin titanic titans
titleist tobias toby tochika toda today tokie tokiha tokino tokio tokiri tokirou tokuko tokunaga tokuo tokyo tolkien
tomato tomcat tomeharu tomie tomiko tominaga tomio tomita tommy tommyboy tomoa tomoaki tomodachi tomoe tomofumi tomoha
tomohiko tomohiro tomohisa tomoka tomokazu tomoki tomoko tomomasa tomomi tomomizu tomona tomonari tomone tomono
tomonori tomoo tomoru tomose tomoshi tomotarou tomotoshi tomoya tomoyasu tomoyo tomoyoshi tomoyuki tomtom tonami tony
tool toomi tooru tootsie topcat topdog topgun topper toranosuke tornado toronto torres toshi toshiaki toshiba toshie
toshifumi toshiharu toshihide toshihiko toshihiro toshiichi toshika toshikatsu toshikazu toshiki toshiko toshimi
toshimitsu toshino toshinori toshio toshirou toshiya toshiyasu toshiyo toshiyuki totoro tottenha touka touki touma
toumi touna toyoaki toyoda toyohiro toyoji toyokazu toyota toyotaka tracey tractor tracy traffic train trains trance
transam translator travel travis treasure trebor tree trevor trfnthbyf tricky trident trigger trinidad trinity tristan
triton triumph trixie trojan trojans trombone trooper trouble trout truck trucker trucks truelove trumpet trunks
trustno tsubame tsubasa tsuchida tsuchiya tsuda tsugikazu tsugumi tsuguri tsuji tsukada tsukamoto tsukasa tsuki
tsukika tsukumi tsukuru tsunami tsunehiro tsunehisa tsuneko tsuneo tsuneyasu tsuneyoshi tsutae tsutako tsutomu tsutsui
tsutsumi tsuyoshi tucker tuesday tunafish tundra turbo turkey turner turtle tweety twilight twisted twister tyler
typhoon tyrone ubuka uchida uchiyama ueda uehara uemura ueno uichi uketsuke ukyou ultima ultimate umbrella umeda umina
underdog unicorn united universe unknown unreal urara uruha urume urumi ururu user ushio usmc utaha utaka utako utami
utano utayo utopia utsuki uzuki vacation vader valentin valentina valera valeria valerie valhalla valley vampire
vanessa vanhalen vanilla vector vectra vegeta velvet venus verbatim veritas vermont vernon verona veronica veronika
vertigo vette vfczyz vfhbyf vfhecz vfhufhbnf vfksirf vfrcbv vfrcbvrf vfvekz vfvjxrf viagra victor victoria victory
video vietnam viking vikings viktor viktoria vincent violet viper vipers vision vitalik vivian vkontakte vladik
vladimir vladislav volley volume voodoo vortex voyager voyeur vulcan wada wakaba wakabayashi wakae wakaha wakaho
wakako wakami wakana wakano wakao wakashi walker wallace walleye wally walnut walter wanwan warcraft warhammer warlock
warlord warren warrior warriors wassup watanabe wataru water waterloo waters watson wayne weasel weather webmaster
webster wednesday weed weezer welcome wendy werewolf werner wesley west western westham westside whatever wheels
whiskey whisper white whitey whitney whocares whynot wibble wicked wilbur wildcat wildcats wildfire william williams
willie willis willow willy wilson window windows winner winnie winston winter wisdom wizard wolf wolfgang wolfie
wolfman wolfpack wolverin wolverine wolves wombat women wonder wood woody woofwoof wookie work world wrangler wrestlin
wright wrinkle writer wutang xanadu xavier xbox xfiles xtreme yaeko yaemi yagi yaguchi yakkyoku yakumo yakuzai yamada
yamagishi yamaguchi yamaha yamakawa yamamoto yamamura yamanaka yamane yamato yamauchi yamazaki yanagisawa yankee
yankees yano yasuaki yasuda yasue yasuha yasuharu yasuhide yasuhiko yasuhiro yasuhisa yasuhito yasuho yasui yasuji
yasuka yasuki yasuko yasumasa yasumi yasuna yasunari yasuno yasunobu yasunori yasuo yasura yasushi yasuta yasutaka
yasuto yasutoyo yasuyo yasuyoshi yasuyuki yayoi yayori yazuya ybrbnf yellow yfnfif yokawa yokohama yokota yokoyama
yomama yomishi yomogi yoneda yonemitsu yorie yorika yoriko yorimi yorina yoroshiku yosemite yoshiaki yoshida yoshie
yoshifumi yoshihara yoshiharu yoshihiko yoshihiro yoshihisa yoshihito yoshiho yoshiji yoshika yoshikatsu yoshikazu
yoshiki yoshiko yoshimasa yoshimi yoshimoto yoshimura yoshina yoshinaga yoshinao yoshinari yoshine yoshino yoshinobu
yoshinori yoshio yoshioka yoshiri yoshirou yoshiuke yoshiyasu yoshiyuki yoshizawa yoshizou yoshizumi youhei youichi
youichirou youji youjirou youju youka youki youko youna young yourmom yousei yousuke youta youto yuami yuara yuari
yuasa yuchika yuhana yuhaya yuhiro yuiga yuiha yuiho yuika yuiki yuiko yuina yuine yuiri yuisa yuito yukako yukana
yukari yukayo yukia yukie yukiha yukihide yukihiko yukihiro yukihisa yukiho yukiji yukika yukiko yukimi yukina
yukinaga yukinari yukine yukino yukinori yukio yukisa yukise yukitoshi yukiyo yukiyoshi yumeha yumeho yumeka yumemi
yumena yumeri yumeto yumie yumika yumiko yumina yumine yumino yumio yumiyo yunoka yunon yuori yuriha yurika yuriko
yurima yusana yusato yutaka yutsuki yutsuru yuudai yuuei yuuga yuugi yuugo yuuha yuuhei yuuhi yuuho yuuichi yuuichirou
yuuji yuujin yuuka yuuki yuuko yuuma yuumi yuuna yuuno yuuri yuusa yuusaku yuusei yuushi yuushou yuusuke yuuta
yuutarou yuuto yuuwa yuuya yuuyu yuuzou yuzuha yuzuho yuzuka yuzuki yuzumi yuzuru yuzusa yvonne yzerman zachary zaphod
zaqiwsx zaqixsw zaqwsx zaqxsw zenith zennosuke zeppelin zidane zipper zombie zorro zvezda zxcasd zxcasdqwe zxcv zxcvbn
zxcvbnm
`
    .trim()
    .split(/\s+/),
)
