// Given names met in France, J to Z, without accents. Gathered from the MIT-licensed packages prenoms (npm) and Faker (PyPI);
// the lines after the first alphabet add rarer and foreign forms.
// Only used to tell a slip of the keyboard from another given name: Louis and Louise are two people, Louis and Luois one.
export const givenNamesJToZ = `
jacinthe jack jacki jackie jackson jacky jacob jacqueline jacques jacqui jacquie jacquy jad jade jaden jaime
jakie jaky jalal jalil jamal jamel james jamil jamila jan jana jane janelle janice janick janie janina
janine janique janis janna jannah jannick jannine janny janvier jany jaouad jarod jasmin jasmine jason
jassem jassim javier jawad jawed jayden jayson jean jeanine jeanne jeannette jeannick jeannie jeannina
jeannine jeannot jeanny jeff jefferson jeffrey jehan jehanne jena jenifer jenna jennah jennifer jenny
jennyfer jeoffrey jeremi jeremie jeremy jerome jeromine jerry jesse jessica jessie jessika jessim jessy
jessyca jesus jibril jihane jill jim jimmy jinane joachim joachin joackim joakim joan joana joane joann
joanna joanne joannes joanny joao joaquim joaquin jocelin joceline jocelyn jocelyne jodie jody joe joel
joele joelle joey joffre joffrette joffrey johan johana johane johann johanna johanne johannes john johnny
johny jolan jon jonah jonas jonathan joran jordan jordane jordi jordy jorge joris jorys jose josee josefa
joseline joselito joselyne joseph josepha josephe josephine josette joshua josian josiane josianne josie
josselin josseline josselyne josue josy josyane joumana joy joyce juan juana juanita juanito jude judicael
judith julen jules julia julian juliana juliane juliann julianna julianne juliano julie julien julienne
juliette juline julio july julyan june junior jurgen just juste justin justine kaan kader kadiatou
kadidiatou kadija kadir kahil kahina kaina kais kaiss kali kalie kalvin kamal kamel kamelia kameron kamil
kamila kamilia kaoutar karel karelle karen karene karim karima karin karina karine karinne karl karla
kassandra kassim kassy katarina kate katell katherine kathia kathleen kathy katia katie katleen katty katy
kawtar kawthar kayden kayla kaylia kayliah kayna kays keira kelia kelian kellian kelly kellya keltoum kelvin
kelya kelyan kemal ken kenan kendji kendra kenji kenjy kenneth kenny kentin keny kenza kenzi kenzo kenzy
keran kerem keren kerian kerim keryan kessy ketsia ketty kevan kevin kevyn keyla keylan keylia keylian
keziah khadidja khadija khady khaled khalid khalil khalis khalissa kheira kiara kieran kilian killian
killyan kilyan kim kimberley kimberly kiyan klara klaus kleber klebert klervi kloe koumba kris kristel
kristell kristelle kristina krystal krystel kubra kurt kurtis kyara kylan kyle kylian kyliane kyliann kylie
kyllian ladislas laeticia laetitia lahcen lahcene lahna laid laila laina lakdar lakhdar lalia lalie laly
lambert lamia lamine lamya lana lancelot landry lanna laora lara larbi larissa larry lassana latifa laura
laurane lauranne laure laureen laureline lauren laurena laurence laurencie laurene laurent laurentine
laurette lauriane laurianne laurie laurina laurine laury lauryn lauryne laya layana layla layna lazare
lazarine lea leah leana leandra leandre leandro leane leanna leanne leeloo leelou leena leeroy leger lehna
leia leila leina lelia lena lenaic lenaig leni lenna lenny leny lenzo leo leocadie leon leona leonard
leonardo leonce leoncia leoncie leone leonel leonide leonie leonne leonor leonore leontine leonus leopold
leopoldine leslie lesly leticia letitia levana levi levy lewis lexie leya leyla leyna lia liam liana liane
lidia lidwine liham lila lilas lili lilia lilian liliana liliane lilianne lilie lilio lilli lilly liloo
lilou lilwenn lily lilya lin lina linda lindsay lindsey line linette lino linoa linsay lionel lionnel liora
lisa lisandro lisandru lise lisea liselotte lisette lisiane lison lissandro liv livia livio liya liyah liz
liza lizea lizzie lloyd loan loana loane loann loanne loelia loetitia loevan logan lohan lohann loic loick
loik lois loise lola lolita lony loona lora loraine loredana lorelei loren lorena lorene lorenza lorenzo
lorette loriane loric lorick lorie lorik lorine loris lorna lorraine lorris lory lorys lotfi lou louan
louana louane louann louanne louay loubna louca loucas louen louis louisa louise louisette louisiane louison
louiza louka loukas louna lounes lounis loup lovely lowen luan luana lubin luc luca lucas lucay lucca luce
lucenzo lucette lucia lucian luciana luciano lucie lucien lucienne lucile lucille lucinda lucine lucrece
lucy ludger ludivine ludmila ludmilla ludovic ludwig luigi luis luisa luka lukas luke luna lya lyah lyam
lyana lyanna lycia lydia lydiane lydie lyes lyham lyla lylia lylian lyliane lyloo lylou lyna lynda lyne lynn
lyonel lysa lysandre lyse lysiane lyvia maceo madani maddie maddy madelaine madeleine madeline madina
madison madisson madjid mady madyson mae mael maela maelan maelia maelie maeline maelis maeliss maella
maelle maelly maellys maely maelya maelyne maelys maelyss maelysse maena maeva maewenn magali magalie magaly
magda magdalena magdelaine magdeleine maggie maggy magloire maguelone maguy maha mahamadou mahault mahaut
mahdi mahe mahel maher mahina mahmoud maho mai maia maider mailis maily mailys maimouna maina maissa
maissane maite maitena maiwen maiwenn majda majid makan malak malaurie malaury malcolm malcom malek malena
malia malicia malick malik malika mallaury mallorie mallory malo malone malonn malorie malory malou malvina
malya mama mamadou mamoudou manal manar mandy manel manelle manfred mani mano manoa manoah manoe manoel
manolo manon mansour manu manuel manuela manuella manuelle mao mara maram marc marceau marcel marcelin
marceline marcella marcelle marcellin marcelline marcello marco marcus mareva margaret margareth margaud
margaux margo margot marguerite margueritte maria mariam mariama mariame marian mariana mariane marianna
marianne mariannick mariano marie mariella marielle mariem marien marietta mariette marika marilene mariline
marilou marilyn marilyne marin marina marine marinette marino mario marion marisa marise marissa marius
mariya marjan marjane marjolaine marjorie marjory mark marko marlene marley marlise marlon marlyse maroua
marouan marouane marta martha marthe martial martin martina martine marty marvin marvyn marwa marwan marwane
mary marya maryam maryan maryannick marylene marylin maryline marylise marylou maryne maryse maryvonne
massimo massinissa mateo matheo mathew mathias mathieu mathilda mathilde mathis mathurin mathurine mathys
matias matilda matilde matis matisse matt matteo mattheo matthew matthias matthieu matthis matthys mattia
mattias mattis mattys matys maud maude maurane maureen maurice mauricette mauricia maurille maurine maverick
max maxance maxandre maxence maxens maxim maxime maximilien maximilienne maximin maxine may maya mayar
mayeul maylie mayline maylis mayliss mayra mayron mayssa mayssane mazarine medard meddy mederic medhi medhy
medina medine medy megan megane meggie meggy meghan meghane mehdi mehdy mehmet meissa melaine melanie melany
melchior melek melia melie melih meliha melika melike melina melinda meline melis melisa melisande melissa
melissande melissandre mellina melodie melody melusine melvil melvin melvyn melya melyna melynda melyne
melyssa mendy mercedes meredith meriam meriem merlin merve merwan meryam meryem meryl mesmin messaoud
messaouda meven mewen meziane mia micael michael michel michele micheline michelle mickael mickaela
mickaella mickaelle mieczyslaw miguel mika mikael mikail mike mikel mila milan milana milann milena milene
milhan milhane milla milo miloud mimoun mina mira miranda mireille mirella miriam miryam miya modeste
mohamad mohamed mohammad mohammed mohand moise moisette mokhtar molly mona moncef monette monia monica
monika monique morad morane morgan morgane morgann morganne mouad mouhamadou mouhamed mouhammad moulay
mouloud mouna mounia mounir mounira mourad moussa moustafa moustapha muguette muhammad muhammed muhammet
murat muriel muriele murielle musa mustafa mustapha mya myla mylan mylann mylena mylene myriam myriame
myriane myriem myrtille nabil nabila nacer nacera nacim nada nadege nader nadia nadiege nadim nadine nadir
nadira nael naelle nafissa nahel nahia nahil nahim nahima nahla naia nail naila naim naima nais najat najate
najet najia najib najim najoua najwa nancy nans naomi naomie naomy naoual naouel naoufel napoleon narcisse
nasser nassera nassim nassima nassira nastasia natacha natalia natalie natan natasha nateo nath nathael
nathalia nathalie nathan nathanael nathanaelle nathaniel natheo nawal nawel nawelle nawfel naya nayel nayla
nazaire naziha nazim neela neil neila nejma nelia nell nella nellie nello nelly nelson nelya neo nermine
neslihan nesrine ness nessa nessim nessrine nestor neven neyla nicaise nicholas nicola nicolas nicole
nicolette nicolle niels nihal nihel nikita nikola nil nila nils nina nine nino ninon nisa nisrine nizar noa
noah noam noan noe noel noela noele noelia noelie noeline noella noelle noellie noelly noemi noemie noemy
noha noham nohan nohlan nola nolan nolane nolann nolhan nolhann nollan nolwen nolwenn nonce noor nora norah
norbert nordine noria norma norman nouara nour noura nourdine noureddine nouredine nouria nourredine numa
nuno oceane oceanne octave octavie odette odile odille odilon odin odon oihan oihana okan olfa olga olive
oliver olivia olivie olivier ollivier olympe omar ombeline omer ondine onesime onur ophelia ophelie orane
oreste orhan oriana oriane orianne orlando orlane ornella oscar osman osmin oswald othman othmane othon otto
oualid ouarda ouardia oumaima oumar oumayma oumou ourida ours ousmane oussama ovide owen ozan ozlem pablo
paco pacome palmyre paloma pamela pamphile paola paolina paolo paquerette paquita parfait pascal pascale
pascaline patric patrice patricia patrick patrik patxi paul paula paule paulette paulin paulina pauline
paulo pedro peggy peio pelagie penelope perine perla perle perrine peter petronille petrus pharell philbert
philemon philibert philiberte philip philippe philippine philogene philomene phoebe pia pierre pierrette
pierric pierrick pierrine pierrot pietro pilar placide pol precilia precillia prescilia prescilla prescillia
preston primo prince prisca priscilia priscilla priscille priscillia prosper prudence prudent prune
pulcherie qassim quentin quitterie rabah rabia rachel rachele rachelle rachid rachida radegonde radia
radouane rafael rafik rahim rahma raimond raissa raja ralph ramata ramazan rami ramon ramy ramzi rana randy
rania ranya raouf raoul raphael raphaele raphaelle raquel rayan rayane rayann rayen rayhan rayhana raymond
raymonde raynald razane rebecca reda redha redouane redwan regina reginald regine regis reine rejane remi
remo remond remy renald renan renato renaud rene renee renelle renzo reymond reymonde reynald riad ricardo
richard rida rigobert rihanna riley rim rima rime rina rino rita ritej riwan riyad robert roberte robertine
roberto robin robinson rocco roch rodolphe rodrigo rodrigue rogatien roger rohan rokia roland rolande rolf
rolland rollande romain romaine roman romane romann romaric romeo romuald romy ronald ronan ronny rony rosa
rosaire rosalia rosalie rosan rosane rosanna rosario rose roseline roselyne rosemarie rosemonde rosette
rosie rosina rosine rosita rosy roxane roxanne roy rozenn ruben rubens ruby ruddy rudolph rudolphe rudy
rufin rufine rui ruth ryad ryan rym saad saadia sabah saber sabin sabina sabine sabri sabrina sabrine sabry
sacha sadi sadia sadio safa safaa safae safia safir safiya safwan safwane safya sahra said saida saint
sainte sajid sakina salah salem salif salih saliha salim salima salimata sally salma salman salome salomee
salomon saloua salvador salvat salvator salvatore salwa sam samah samanta samantha samba samet sami samia
samir samira sammy samson samuel samy samya sana sanaa sanae sandie sandra sandrina sandrine sandro sandy
sania santiago saona saphia sara sarah sarra sasha saskia satine saturnin saul sauveur savana savanah
savannah sayan scarlett scholastique scott scotty sean sebastian sebastien sebastienne segolene sekou selen
selena selene selim selin selma selyan sema semih sena sephora seraphie seraphin seraphine serena serge
sergine sergio serine serkan servais servane sevan severin severine seydou seyma shaima shaina shainez shana
shanel shanice shanna shannon shanon shanone sharon shawn shayma shayna sheherazade sheila shelly shelsy
sherazade sherine sherley sheryne shirel shirine shirley shona siana sibel sibylle sidi sidney sidonie sidy
siegfried sienna sigrid siham sihame sihem sila silas silvain silvana silvere silvia silviane silvio simeon
simon simone simonne sinan sindy sinem sira sirine sixtine skander slim sliman slimane sloan sloane smail
smain soan soane soann soazig soen sofia sofian sofiane sofien sofiene sohan sohane sohann soizic solal
solan solange soledad solen solene solenn solenne soline solveig solyne sonia sonja sonny sony sonya sophia
sophian sophiane sophie soraya soren sorenza soria sosthene souad soufian soufiane souhail souheil souhila
soukaina soukayna soulayman soulaymane souleyman souleymane soumaya soumeya soumia stacy stan stanislas
stanislaw stanislawa stanley stecy steeve steeven steevy stefan stefano steffie steffy stella stephan
stephane stephania stephanie stephen sterenn stessy stevan steve steven stevens stevy suleyman sulivan
sullivan sully sullyvan sulpice sulyvan sunny susan susanne susie suzana suzanna suzanne suzel suzelle
suzette suzie suzon suzy sven svetlana swan swann syana sybille sydney sylia sylvain sylvaine sylvana
sylvanie sylvere sylvestre sylvette sylvia sylvian sylviane sylvianne sylvie sylvine sylvio symphorien
syrine tadeusz taha tahar taina tais talia talya tamara tangi tanguy tania tanya tao taoufik tara tarek
tarik tasnim tasnime tassadit tatiana tayeb taylor tayron tea teddy telio telma teo terence teresa terry
tesnim tesnime tess tessa teva thais thalia thalya thao thea theau thelio thelma theo theobald theodora
theodore theodule theophane theophile theotime theresa therese theresien thereze thi thiago thibaud thibault
thibaut thiebaut thierno thierry thiery thimeo thomas thomassine thymeo tia tiago tiana tibo tiburce tidiane
tifaine tifanie tifanny tifany tifenn tiffanie tiffany tilio tim timael timeo timmy timo timote timothe
timothee timothy tina tino tiphaine tiphanie tiphany titouan tiziana tiziano tobias tolga tom tomas tommy
tomy toni tony toscane toufik touria toussaint toussainte tracy trecy tressy tristan trystan tugba tugdual
tya tylan tyler tylian tylio tymeo typhaine typhanie tyron tyson ugo ugur ulric ulrich ulrick ulysse umberto
umit umut uranie urbain ursula ursule vadim valentin valentina valentine valentino valere valeria valerian
valeriane valerie valerien valery van vanda vanessa vanille vanina vasco vassili venant vera veronica
veronique vianney vicente vicky victoire victor victoria victorien victorin victorine viktor vince vincent
vincente vincenzo vinciane violaine violetta violette virgil virgile virginia virginie vital vitaline vito
vittorio vivian viviane vivianne vivien vivienne vladimir volkan voltaire wael wafa wahib wahiba wahid wahil
wail walid walter walther wanda wandrille warda waren warren wassil wassila wassim wenceslas wendy werner
wesley whitney wiam widad wilfrid wilfried wilhelmine wilhem willem willi william williams willy wilson
wissal wissam wissem wladimir wladislas wladislaw wladislawa wladyslas wladyslaw wladyslawa wolfgang wyatt
xan xavier xaviere yacin yacine yael yaelle yahia yahya yamina yamine yamna yan yani yanice yanick yanis
yaniss yanisse yann yanni yannic yannick yannik yannis yara yasemin yasin yasmin yasmina yasmine yasser
yassin yassine yassir yaya yazid yelena yeliz ylan ylana ylann ylian yliana ylies ylona ynes yoan yoann yoel
yohan yohann yolaine yolan yoland yolanda yolande yolene yona yoni yorick youcef youen youenn youmna youna
younes youness youri yousra youssef youssouf youssra ysaline yuna yunus yusuf yvan yvana yvann yvanna
yveline yvelise yves yvette yvon yvone yvonne yvonnick zacharia zacharie zachary zack zackary zahia zahra
zaina zainab zaineb zakari zakaria zakariya zakary zakarya zakia zara zayd zayn zaynab zayneb zdzislaw zehra
zelia zelie zeliha zenaide zenon zephir zephirin zeyneb zeynep zia ziad zied zina zineb zinedine zita ziyad
zoe zohra zora zoran zoubida zulma zyad zygmund zygmunt
jada jasper jaylan jelena jourdan kadia kalia kaylan keegan kristian kumba lenni letizia levan lobna lona
loulou lubna lunah maiva manou marlin marlou marlow maurizio mayla mayli mervin meyla michail mihaela mihai
mihail minna mircea mirela moira moris mylo myra nadya nelda nena nidia norris octavia odelia ofelia oumarou
oumy ousman patricio patrizia priska rabab rabea rabiha rafaela rahab ramona raphaela regan reyan rhianna
rihana rommy rowen sahar saidou samael selima sirene sorina stepan sultan teagan tilda titiana tonio yva
zahara zayden zeinab zelda zoltan zorina
jakob jamie jayne jihad julietta kalil karol katya khalida khloe kym larysa lauro lior luise lune madhi
maeve malinda marek maura maure mauro maysa murad nahila nikolas odel oleg oliviero oskar petra quintin
rafika ralf raul roberta rogerio rolando romana roxana saleh selem silvie sina stefanie taous tariq wafaa
zoubeir zoubir
`;
