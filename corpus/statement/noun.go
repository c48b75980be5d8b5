package statement

// Words by what they do in a sentence, as far as finding who speaks needs it. All are in lower case. The lists hold the
// vocabulary of news reports, not all of English; what they miss costs a voice, never a crash.

const (
	determinerWords = `the a an this that these those his her their its our my your some many several most all both each every other another
		any no few one two three four five six seven eight nine ten dozens hundreds thousands`
	prepositionWords = `of in on at from with by for to about into over under near within without between among against through during despite
		including amid across toward towards upon outside inside beside beyond behind along around above below via per following concerning
		regarding like unlike ahead alongside throughout onto off out up down`
	subordinatorWords = `that which what who whom whose while as after before since because if when whenever where although though unless until till
		whereas than whether how why but yet so once lest whatever wherever`
	auxiliaryWords = `has have had having will would shall should can could may might must did does do didn't doesn't don't hasn't haven't hadn't
		won't wouldn't cannot can't couldn't not`
	beWords     = `is are was were be been being am isn't aren't wasn't weren't`
	modalWords  = `will would shall should can could may might must won't wouldn't cannot can't couldn't`
	negations   = `not never didn't doesn't don't hasn't haven't hadn't won't wouldn't cannot can't couldn't isn't aren't wasn't weren't neither nor`
	adverbWords = `also later earlier previously then now already again further once still even just only too however meanwhile instead
		yesterday today tonight often always sometimes soon thus therefore moreover nevertheless nonetheless in-turn separately never
		twice first`
	timeWords = `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
		november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight morning afternoon evening night week month year
		weekend last next early late overnight midnight noon a.m p.m a.m. p.m.`
	pronounWords = `he she they it we i who`
	// finite verbs that show a clause, besides auxiliaries, reporting verbs and words in -ed
	finiteWords = `took gave went came made held met left got saw found kept began led put set hit cut let lost won fell rose grew knew became
		brought built bought caught chose drew drove flew fought forgot froze heard hid hurt laid lay lent lit paid ran rode rang sang sank sat sent shook
		shot shut slept sold sought spent spoke spread stood stole struck stuck swept swam taught tore threw understood woke wore
		dug swung sprang shrank spun split burst cast cost dealt fed fled bent bled bred clung crept flung hung leapt mistook overcame quit shed shone
		slid sped strode undertook upset wept withdrew wound wrote ate drank bit blew broke forbade forgave foresaw underwent arose awoke beat bound
		outlined threatens helps causes kills leaves turns wants calls
		takes gives goes comes makes holds meets leaves gets sees finds keeps begins leads puts sets hits loses wins falls rises grows knows becomes
		brings wants needs seems appears remains faces includes means looks works plans hopes continues expects agrees seeks says shows depends
		want need seem appear remain face look work plan continue agree seek know see give go come make take get keep
		shows suggest suggests show requires require exists exist fears stands sits lives lies runs moves turns starts ends opens closes`
	// what people or bodies may be said to have uttered
	viewNouns = `claim claims accusation accusations allegation allegations suggestion suggestions report reports idea notion concerns concern fears fear
		criticism criticisms rumours rumors rumour rumor call calls demand demands charge charges proposal proposals offer offers hope hopes regret
		confidence support doubt doubts anger outrage optimism condolences disappointment willingness readiness shock sympathy solidarity dismay frustration
		belief view views opinion warning warnings commitment pledge promise denial denials assertion assertions argument arguments threat threats
		scepticism skepticism surprise gratitude remorse satisfaction opposition decision move plan plans appeal appeals request assurances sorrow thanks
		objections reservations alarm determination desire wish interest`
	// objects with which "call" is no judgement
	calledThings = `election elections meeting police summit conference session referendum strike vote emergency
		911 999 112 ambulance help press news truce ceasefire halt quits`
)

// People, one at a time and in groups; the plural of a role counts as a group.
const (
	roleWords = `minister president premier chancellor king queen prince princess emperor sultan emir sheikh monarch spokesman spokeswoman spokesperson
		official officer analyst expert scientist diplomat ambassador envoy negotiator mediator leader chief head boss chairman chairwoman chairperson
		chair director executive ceo cfo coo manager founder owner secretary undersecretary commissioner governor mayor senator congressman congresswoman
		representative lawmaker legislator deputy mp councillor councilman councilwoman councilor politician candidate general colonel major captain
		lieutenant sergeant corporal marshal admiral commander commandant brigadier soldier troop fighter militant rebel insurgent officer policeman policewoman
		constable inspector superintendent detective sheriff trooper guard warden prosecutor lawyer attorney solicitor barrister judge justice magistrate
		defendant plaintiff suspect victim witness eyewitness bystander onlooker survivor resident local villager neighbour neighbor citizen
		inhabitant passenger tourist traveller traveler motorist driver pilot captain sailor fisherman farmer worker employee employer staffer aide adviser advisor
		assistant counsel consultant economist strategist investor trader shareholder banker broker businessman businesswoman entrepreneur engineer
		technician researcher academic professor lecturer teacher student pupil historian author writer journalist reporter correspondent editor columnist
		commentator blogger broadcaster anchor host presenter producer photographer doctor physician surgeon nurse medic paramedic psychologist
		psychiatrist epidemiologist virologist biologist physicist chemist astronomer geologist volcanologist seismologist meteorologist geophysicist
		forecaster climatologist ecologist activist campaigner advocate organiser organizer protester protestor demonstrator critic opponent
		supporter follower fan member colleague counterpart friend relative parent mother father son daughter brother sister wife husband widow
		uncle aunt cousin grandmother grandfather child teenager man woman boy girl person actor actress singer musician artist designer director
		athlete player coach trainer referee captain striker midfielder goalkeeper cyclist priest bishop archbishop cardinal pope imam rabbi cleric pastor
		reverend monk nun vicar firefighter fireman rescuer volunteer refugee migrant immigrant hostage captive prisoner inmate detainee veteran
		insider source observer monitor watchdog inspector investigator agent operative ally adversary rival customer consumer user client
		buyer seller landlord tenant shopkeeper vendor chef clerk cashier receptionist nanny caretaker lady gentleman guest visitor
		operator contractor developer builder planner regulator auditor accountant treasurer administrator registrar curator librarian trustee patron coroner envoy
		speaker whip chair ex-president ex-minister co-founder vice-president vice-chairman premier-elect president-elect dean principal headteacher rector provost
		consul attache attaché laureate campaigner organizer undertaker linguist archaeologist anthropologist sociologist ethicist geneticist`
	groupWords = `people officials authorities police locals sources families relatives children men women parents crowds troops forces observers others
		leaders countries sides nations parties ministers neighbours citizens crew staff management personnel media critics experts analysts scientists rescuers emergency-services
		prosecutors lawyers lawmakers investigators executives delegates teams brothers sisters youths elders clergy teachers unions some many`
	bodyWords = `government ministry council agency army military navy police company firm group organisation organization party court parliament
		committee commission department office bank university institute airline union embassy consulate bureau administration authority senate congress
		cabinet presidency palace kremlin pentagon board team federation association coalition alliance network movement militia force service
		regime junta opposition delegation side camp regulator watchdog charity foundation fund trust club league operator manufacturer maker
		carrier retailer supermarket hospital school college church mosque hotel airport port prison city town county state province municipality
		district community family nation country world-body bloc think-tank lobby campaign task-force crew garrison battalion brigade command treasury
		judiciary tribunal inquiry panel jury house chamber secretariat directorate headquarters survey observatory centre center laboratory
		studio label publisher utility supplier giant startup start-up conglomerate insurer lender brokerage exchange`
	// what is written or broadcast, and speaks for who made it
	documentWords = `statement report letter document filing memo study poll complaint indictment lawsuit affidavit release communique communiqué note
		notice bulletin post tweet message email article story editorial paper account accounts reports documents statements records survey data figures
		findings warrant petition transcript reports`
	mediumWords = `newspaper paper magazine journal publication broadcaster channel network station website outlet newswire media press tv radio television
		agency wire daily weekly tabloid site blog`
	// in names of media
	mediumNames = `news times post journal telegraph guardian tv radio television herald tribune gazette reuters afp ap bbc cnn nbc abc cbs itv npr pbs
		bloomberg xinhua tass interfax novosti ria aljazeera jazeera arabiya guardian independent mirror sun mail express economist newsweek wsj press
		chronicle observer globe standard sky presse broadcasting today dispatch examiner inquirer
		yonhap kyodo anadolu pravda izvestia spiegel monde figaro pais mundo repubblica haaretz dawn ndtv politico axios vox buzzfeed tmz gawker techcrunch
		recode verge`
	// in names of bodies
	bodyNames = `ministry department council agency institute university college survey court party bank committee commission association
		organization organisation federation union group company corporation inc corp ltd co plc bureau office center centre foundation fund nations
		force forces army navy police service services house senate congress parliament league club society network authority administration
		board church hospital school airlines airways motors industries holdings partners international laboratory observatory society alliance
		coalition movement front brigade command treasury reserve exchange program programme project campaign trust states emirates
		street journal times post press news telegraph herald tribune association center cross crescent`
	// before a person's name, also with a capital
	titleWords = `administrator mr mrs ms miss mx dr prof sir dame lord lady sgt lt col gen capt cpl maj adm rev hon gov sen rep pres st cmdr supt insp det brig
		mr. mrs. ms. dr. prof. sgt. lt. col. gen. capt. cpl. maj. adm. rev. hon. gov. sen. rep. pres. cmdr. supt. insp. det. brig. messrs messrs.
		president minister prime foreign defence defense interior finance vice deputy acting former ex chief marshal air general colonel major captain
		lieutenant sergeant corporal admiral commander brigadier king queen prince princess crown pope archbishop bishop cardinal father sister brother imam
		sheikh ayatollah mullah rabbi pastor reverend chancellor premier secretary ambassador governor mayor senator congressman congresswoman
		representative judge justice sheriff detective inspector superintendent officer constable professor doctor ceo cfo coo chairman chairwoman
		director executive spokesman spokeswoman spokesperson speaker leader attorney first lady state security national senior junior
		economy trade health education energy justice presidents ministers senators leader coach commissioner staff special envoy
		lance master petty warrant field rear affairs envoy deputy`
	femaleWords = `she her spokeswoman mrs ms miss mrs. ms. woman mother daughter sister wife lady queen princess chairwoman congresswoman
		councilwoman businesswoman policewoman actress girl widow aunt grandmother dame nun girlfriend waitress`
	maleWords = `he his spokesman mr sir mr. man father son brother husband lord king prince chairman congressman councilman businessman
		policeman actor boy uncle grandfather fireman fisherman priest bishop archbishop cardinal pope imam rabbi monk gentleman boyfriend waiter`
)

// roleKinds says which roles a word may stand for, besides itself: "the diplomat" may be a foreign minister.
var roleKinds = map[string]string{
	"diplomat":   "minister ambassador envoy counterpart secretary negotiator",
	"minister":   "premier counterpart",
	"leader":     "president premier minister chancellor chief chairman king head counterpart ceo commander secretary-general",
	"official":   "spokesman spokeswoman spokesperson minister secretary adviser advisor officer chief head director aide governor mayor representative negotiator envoy ambassador diplomat mediator",
	"politician": "minister president senator lawmaker mp leader premier representative congressman governor mayor candidate",
	"lawmaker":   "senator representative congressman congresswoman mp legislator deputy",
	"spokesman":  "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesman spokeswoman",
	"scientist":  "astronomer volcanologist geologist physicist seismologist researcher professor biologist chemist geophysicist meteorologist virologist epidemiologist",
	"researcher": "astronomer volcanologist geologist physicist seismologist scientist professor biologist economist analyst",
	"expert":     "analyst scientist researcher professor economist director adviser fellow historian astronomer volcanologist geologist seismologist",
	"academic":   "professor lecturer historian economist researcher",
	"executive":  "ceo chief chairman director president manager founder boss",
	"boss":       "ceo chief chairman director president manager founder executive",
	"doctor":     "physician surgeon medic", "physician": "doctor surgeon", "medic": "doctor paramedic nurse",
	"officer":   "sergeant lieutenant captain policeman policewoman constable inspector superintendent detective sgt. lt. capt. sheriff trooper chief",
	"commander": "general colonel marshal admiral brigadier captain gen. col.",
	"general":   "gen.", "sergeant": "sgt.", "lieutenant": "lt.", "captain": "capt.", "senator": "sen.", "governor": "gov.", "professor": "prof.",
	"source": "official", "lawyer": "attorney solicitor barrister", "attorney": "lawyer prosecutor", "adviser": "advisor aide", "aide": "adviser advisor",
	"resident": "villager local neighbour neighbor", "man": "resident driver suspect witness", "woman": "resident driver suspect witness mother",
	"envoy": "ambassador diplomat", "premier": "minister", "monarch": "king queen",
}
