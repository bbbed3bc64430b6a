// Given names met in France, A to I, without accents. Gathered from the MIT-licensed packages prenoms (npm) and Faker (PyPI);
// the lines after the first alphabet add rarer and foreign forms.
// Only used to tell a slip of the keyboard from another given name: Louis and Louise are two people, Louis and Luois one.
export const givenNamesAToI = `
aaliyah aaron abby abd abdallah abdel abdelaziz abdelhafid abdelhak abdelhakim abdelhalim abdelhamid
abdelkader abdelkarim abdelkrim abdellah abdellatif abdelmajid abdelmalek abdelmalik abderahmane abderrahim
abderrahman abderrahmane abdessamad abdon abdou abdoul abdoulaye abdoullah abdullah abed abel abigael
abigaelle abigail abou aboubacar aboubakar abraham aby abygaelle achille achraf ada adalbert adam adama
adame adan adel adela adelaide adele adelia adelie adelin adelina adeline adelphine adem aden adil adnan
adnane adolphe adolphine adonis adrian adriana adriano adriel adrien adrienne aedan agatha agathe agenor
aglae agnes ahcene ahlam ahlem ahmad ahmed ahmet aicha aida aidan aiden aimable aime aimee aimen aimeric
aimie aimy ainhoa aisha aissa aissata aissatou akila akim akli akram aksel aksil alain alais alan alana
alann alaric alassane alba alban albane albanie alberic albert alberta alberte albertine alberto albin
albine alcide alcime aldo aldric alec alejandro aleksandar alessandra alessandro alessia alessio aleth alex
alexa alexander alexandra alexandre alexandria alexandrie alexandrine alexandro alexane alexi alexia alexian
alexiane alexie alexina alexine alexis alexy aleyna alfonso alfred alfreda alfredine alfredo ali alia alice
alicia alida alienor aliette alima alin alina aline aliou alison alissa alissia alisson alistair alix alixe
aliya aliyah alize alizee allain allan allison allyson alma almire alois aloise alonzo aloys aloyse alpha
alphonse alphonsine alvaro alvin alvina alwena aly alya alyah alycia alyson alyssa alyssia alysson amable
amadou amael amaia amal amale amalia amand amanda amandine amani amar amara amaury amaya ambre ambrine
ambroise ambroisine amede amedee amel amelia amelie amelina ameline amelle amin amina aminata amine amir
amira amjad amour amy ana anabel anabela anabelle anae anael anaelle anais anaise anas anass anastase
anastasia anastasie anatole anaya anderson andoni andre andrea andreas andree andrei andreia andres andrew
andy anes ange angel angela angele angelica angelin angelina angeline angelique angelo angie ania anicet
anicette anick anie aniela anis aniss anissa anisse anita anna annabel annabella annabelle annaelle annaick
annaig anne anneliese annelise annelyse annet annette annic annick annie annik annita annonciade anny
anonyme anouar anouchka anouck anouk anselme anthea anthelme anthime anthonin anthony antoine antoinette
anton antone antonella antoni antonia antonie antonin antonine antonino antonio antony antton any anya
anyssa apolline apollonie appolinaire appoline appolonie april arcade archibald arda arezki argentine aria
ariana ariane ariel arielle ariste aristide arlette armance armand armande armandine armando armantine armel
armelle arnaud arnaude arnauld arnault arno arnold aron arsene arthemise arthur arthus artur artus arwa
arwen arya ashley asma asmaa asmae assa assia assil assiya assma assomption assya astrid astride asya
athanase athena athenais atika attilio aubane aubert aubin aude audran audrey audric augusta auguste
augustin augustina augustine aure aurel aurele aurelia aurelie aurelien aureline aurelio auriane aurora
aurore auxane auxence ava avit avril awa awen awena axel axelle aya ayah ayana ayat ayaz aydan ayden ayhan
ayla aylan aylin ayline ayman aymane aymen aymeric aymerick ayna ayoub ayrton ayse azad azdine azedine
azeline azilis aziliz aziz aziza azra azzedine bachir badis badr bahia bakary balthazar baptiste baptistin
baptistine baran barbara barbe barnabe barthelemi barthelemy basile basma bastian bastien batiste baudouin
baya bayram bazile beatrice beatrix beatriz bechir belinda belkacem bella ben benedicte benjamin benjamine
benoist benoit benoite benoni beranger berangere berat berenger berengere berenice bernadette bernadine
bernard bernardin bernardine bertha berthe bertille bertin bertrand beryl besma bettina betty betul beverly
beyza bianca bienaime bienvenu bilal bilel billal billel billie billy binta bintou bixente blaise blanche
blandine bleuenn bleuette boleslaw bonaventure boniface bonnie boris boualem boubacar boubakar boubou
bouchra bradley brahim brandon brayan brenda brendan briac brian brice brieuc brigitte britany brittany
bronislaw bronislawa bruce bruna brune bruno bryan burak busra byron cali calie calista calixte callie
calogero calvin caly calypso camel camelia cameron camil camila camilia camilla camille camillia can candice
candide candy candyce canelle cannelle capucine carina carine carinne carl carla carlo carlos carmela
carmelo carmen carol carolane carole carolina caroline carolle casimir casimira cassandra cassandre cassidy
cassie cassy castille cataleya catalina catarina catherine cathia cathie cathy caty cecile cecilia cedric
cedrick cedrik cedrine celena celeste celestin celestine celia celian celiane celie celina celine celinie
celya celyan cem cendrine cerise cesaire cesar cesarine ceslaw chadia chafik chahid chahine chahinez chaima
chaimaa chakib chanel chanelle chantal chantale charlelie charlemagne charlene charles charlette charley
charli charlie charline charlize charlot charlotte charly charlyne chayma cheick cheikh cheima chelsea
chelsy cherif cherifa cherine cheryl cheyenne chiara chimene chiraz chirine chloe chretien chris christ
christa christel christele christelle christian christiana christiane christianne christie christina
christine christophe christopher chrystel chrystele chrystelle ciara cindy cinthia cladie clair claire
clairette clara clarence clarice clarisse clarysse claude claudette claudia claudie claudine claudio
claudius claudy clea clelia clelie clemence clement clementine cleo clet clodomir cloe clotaire clothilde
clotilde clovis colas colbert coleen colette colin coline colleen collette colline colombe colyne come
conception concetta conchita conrad constance constant constantin coralie coraline coraly corantin corentin
corentine corine corinne corneille cornelie corrine corto cosette coumba court crepin cristel cristelle
cristiano cristina crystal curt curtis cylia cyndie cynthia cyprien cyprienne cyr cyriaque cyrielle cyril
cyrille cyrine czeslaw czeslawa dahlia daisy dalia dalida dalil dalila dalya damian damien damienne damla
dan dana danae dani dania danie daniel daniela daniele daniella danielle danny dante danton dany daoud
daouda daphne daphnee daria darine dario darius darren daryl dave david davide davina davy dawson dayan
dayana dean debora deborah debra dejan del delia delphin delphine delya demba denis denise deniz denys
denyse derya desir desire desiree diana diane didier diego dieter dieudonne dieynaba dilan dilara dilek
dimitri dimitry dina dino diogo divine djamal djamel djamila djemel djemila djena djeneba djenna djessy
djibril djilali djulian dolly dolores domenico domingo dominica dominique domitille don donald donat
donatien donatienne donia donna donovan dora doria dorian doriane dorianne dorine doris dorothee doryan
douglas dounia dounya dragan driss duncan dwayne dylan ebru eda eddie eddy eden edgar edgard edith edithe
edme edmee edmond edmonde edouard eduardo edward edwige edwin edwina efe eglantine eileen ela elaia elda
elea eleana eleanor eleanore elen elena eleonore elfriede eli elia elian eliana eliane elianne elias eliaz
elie elies eliette elif elijah elina eline elio eliot eliott elisa elisabete elisabeth elise elisee elissa
eliza elizabeth ella ellen ellie elliot elliott elly ellyn elma elmire eloan eloane elodie elody eloi eloise
elona elora elouan elouann elric elsa else elsie elvin elvina elvira elvire elvis ely elya elyana elyane
elyas elyes elyna elyne elynn elyo elysa elyse elyssa elza ema emanuel emel emelie emeline emelyne emeraude
emeric emerick emie emil emile emilia emilie emilien emilienne emilio emily emin emine emir emirhan emma
emmanuel emmanuella emmanuelle emmeline emmie emmy emna emre emrick emrys emy enael enea eneko enes
enguerran enguerrand enis enoha enola enora enrick enrico enrique enza enzo epiphane erdem erell eren eric
erica erich erick ericka erik erika erin erina erine erkan erna ernest ernestine ernesto erwan erwann erwin
eryne eslem esma esmeralda esperance esprit esra esteban estella estelle estevan esther etan ethan ethann
ethel etienne etiennette eudes eudoxie eugene eugenia eugenie eulalie eunice euphemie euphrasie eusebe
eustache eva evan evana evane evangeline evann evans evariste eve eveline evelyne even evie evy ewald ewan
ewann ewen ewenn expedit eya eyden eymen eymeric eytan eythan ezechiel ezekiel ezilda ezio ezra fabian
fabien fabienne fabio fabiola fabrice fabrizio fadela fadi fadila fadoua fahd fahim faiza fanette fannie
fanny fanta fantine fany faouzi farah fares farid farida farouk fathi fathia fatih fatiha fatima fatimata
fatma fatna fatou fatouma fatoumata faustin faustine faycal fayssal felicia felicie felicien felicienne
felicite felipe felix ferdinand ferhat feriel fernand fernanda fernande fernando feryel fethi feyza fidele
fideline filip filipe filiz fiona firas firdaws firmin flavia flavian flavie flavien flavio flavy fleur
fleurine fleury flora floran flore floreal florence florent florentin florentine florestine florian floriane
florianne florie florient florimond florine floris fortune fortunee fouad foucauld foued fouzia franc franca
france franceline francelise francesca francesco francette francia franciane francine francis francisca
francisco francisque franck francky franco francois francoise frank franklin franky frantz franz fred freddy
frederic frederick frederik frederique fredy frida fridolin frieda fritz fulbert furkan gabin gabriel
gabriela gabriella gabrielle gabryel gaby gael gaelle gaetan gaetane gaetano gaia galaad gamze garance garry
gary gaspar gaspard gaston gatien gaultier gauthier gautier gaylord gedeon genevieve geoffray geoffrey
geoffroy george georges georget georgette georgia georgina georgine gerald geraldine gerard geraud germain
germaine germinal gerome gersende gertrude gerty gervais gervaise gery ghislain ghislaine ghizlane ghyslaine
giacomo giani gianni gil gilbert gilberte gilda gildas gilette gille gilles gillette gillian gina gines
ginette gino giovani giovanna giovanni giovanny gisele giselle gislain gislaine gislhaine gismonde giulia
giulian giuliana giuliano giulio giuseppe giuseppina gizem gladys glenn gloria glwadys godefroy gokhan
gontran gonzague goran goulven goundo grace gracieuse gratien gratienne graziella greg gregoire gregory
gualbert guenael guenaelle guenola guenole gui guido guilaine guilhem guillaume guillaumette guillem
guillemette guiseppe guislaine gunther gurvan gustave guy guylaine guylene gwenael gwenaelle gwendal
gwendoline gwendolyne gwenn gwennaelle gwenola gwenole gwladys gyslaine habib habiba haby hacene hadda hadj
hadja hadrien hafid hafida hafsa hailey hajar hajer hakan hakim hakima halil halim halima hamdi hamed hamid
hamida hamidou hamza hana hanaa hanae hanan hanane hania hanifa hanna hannah hans haris harmonie harmony
harold haron haroun harouna harry harun hasan hasna hassan hassane hassen hassina hatem hatice hatim hava
hawa haya hayat hayate hayden hayet hayette hazal heather hector hedi hedwige hedy heidi heinz helder helen
helena helene helga heliane heliette helin helios helmut heloise henda henri henria henriette henrique henry
henryk herbert herman hermance hermann hermine herminie hermione herve herveline hiba hicham hichame hichem
hidaya hilaire hilal hilarion hilda hilde hildegarde hind hinda hinde hippolyte hoche hocine honorat honore
honorine horace horst hortense houari houcine houda houria hubert huberte hugo hugues huguette hulya humbert
huseyin hyacinthe hyppolite ian ianis iban ibrahim ibrahima ibtissam ibtissem ida idir idris idriss idrissa
ignace igor ihsan ikram ikrame ilan ilana ilane ilann ilario ilayda ilda ildevert ileana ilena ilham ilhame
ilhan ilhem ilian iliana iliane ilias ilies illan illona ilona ilse ilyan ilyana ilyane ilyas ilyass ilyasse
ilyes ilyess imad iman imane imanol imed imen imene imran imrane inaya incarnation india indira ines iness
inge ingrid inna innocent insaf iona irem irena irene irenee irina iris irma irmine isaac isaak isabel
isabella isabelle isaie isaline isaure ishak ishaq isia isidore isis islam islem ismael ismail ismerie isra
israa israel issa issam italo ivan ivana ivann ivette ivonne ivy iwan iyad iyed izia
aissetou alena aliana arianna arina assata assetou bineta blanca blanka bouba branka brendon caetano caspar
casper castor cerine corina cristian cristiana demian elifsu emelia enio eylin fabricio fatimatou florin
florina freddie gamal gemma hadice hadrian hatidje herwan imelda indiana inez ioan ioana ion irwin ishmael
isma ismahel istvan italia iva
abla abra arline barbora basil bernarda bernardo bertrande birgitte brunelle bryce caren carmel carmin clio
collin conan connor conor cora coral darina darline earline edel edite emina ester estienne fabia fadia
fawzi felice ferid ferida fionn geraldo gerhard gracia greta gustavo harald hester ilsa
`;
