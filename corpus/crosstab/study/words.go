package study

import "strings"

// outlets publish; each has a habit in how it tells (see Grow).
var outlets = []string{
	"Harbour Post", "The Inland Courier", "Radio Seven", "Daily Ledger", "Northern Wire",
	"City Gazette", "Evening Dispatch", "Public Record", "The Plain Dealer", "Coast Weekly",
}

// event is what a story is about, in words that no other has.
type event struct {
	place, thing, what, cause string
	mayor, chief              string // who speak
	month, day                int    // of the first report, 2023
}

// events are twelve, between January and June.
var events = []event{
	{"Torvik", "suspension bridge", "collapsed into the fjord", "rusted cables", "Haldis Brenna", "Oluf Tennstrand", 1, 9},
	{"Palmera", "textile dye works", "burned for nine hours", "a faulty boiler", "Ignacio Velarro", "Rosaria Quintel", 1, 23},
	{"Ghazir", "grain silo", "exploded before dawn", "grain dust", "Nabil Haddarin", "Samira Otayek", 2, 6},
	{"Lowmere", "reservoir dam", "leaked through its spillway", "months of rain", "Edith Carrowby", "Graham Pellister", 2, 20},
	{"Kasumai", "commuter railway", "derailed at a curve", "a cracked rail", "Hideo Marunaka", "Yoriko Asabane", 3, 6},
	{"Dravinje", "coal mine", "flooded overnight", "a broken pump", "Milos Karventa", "Zorka Pletine", 3, 20},
	{"Uluwaru", "volcanic observatory", "recorded an eruption of ash", "pressure below the crater", "Wayan Suterma", "Kadek Larantu", 4, 3},
	{"Ostrava Gate", "tram depot", "was struck by its drivers", "unpaid overtime", "Blanka Horesova", "Tomas Jelenic", 4, 17},
	{"Quillota Norte", "vineyard valley", "lost its harvest to frost", "a polar wind", "Camilo Arrieda", "Paz Montecin", 5, 1},
	{"Benghaleh", "university hospital", "ran out of oxygen cylinders", "a blocked highway", "Faraj Altumi", "Huda Zentani", 5, 15},
	{"Stennfeld", "chemical freighter", "ran aground on a sandbank", "a failed rudder", "Wibke Osterloh", "Jannes Friedrup", 5, 29},
	{"Mbarune", "mobile telephone mast", "went dark across the plateau", "stolen batteries", "Achieng Wodera", "Peter Lumasai", 6, 12},
}

// template is a sentence to be: {place}, {thing}, {what}, {cause}, {mayor}, {chief}, {n} and {m} are filled in.
type template struct {
	text  string
	codes string // with blanks between them
	voice string // "mayor", "chief" or "" for the outlet's own words
	verb  string // the lemma with which the voice is reported
}

// templates are what articles are made of. Every one holds its cause for being coded in its own words.
var templates = []template{
	{"{n} people were hurt when the {thing} in {place} {what}.", "casualties", "", ""},
	{"Rescuers counted {n} wounded and {m} missing near the {thing} of {place}.", "casualties tone:alarm", "", ""},
	{"Nobody was harmed at the {thing}, according to the first count of {n} households in {place}.", "tone:calm", "", ""},
	{"\"The {thing} should have been mended {n} months ago,\" {chief} said.", "blame voice:expert", "chief", "say"},
	{"{mayor} said {cause} had been known in {place} for {n} weeks.", "blame voice:official", "mayor", "say"},
	{"{mayor} warned that {m} families near the {thing} were still in danger.", "tone:alarm voice:official", "mayor", "warn"},
	{"\"We are safe and we have water for {m} days,\" {mayor} told reporters outside the {thing}.", "tone:calm voice:official", "mayor", "tell"},
	{"Trucks with {n} tonnes of food and blankets reached {place} by the evening.", "aid", "", ""},
	{"{chief} claimed that {cause} had nothing to do with the {thing} in the last {m} years.", "voice:expert", "chief", "claim"},
	{"{mayor} announced a fund of {n} million for the households of {place}.", "aid voice:official", "mayor", "announce"},
	{"After {n} hours inspectors named {cause} as the reason why the {thing} {what}.", "blame", "", ""},
	{"{chief} denied that the {thing} had been left without guards for {m} days.", "voice:expert", "chief", "deny"},
	{"Shops around the {thing} stayed shut for {m} days.", "", "", ""},
	{"{n} visitors to {place} photographed the {thing} from the hill.", "", "", ""},
}

// headlines are how an article begins.
var headlines = strings.Split(`{place}: {thing} {what}
What is known of the {thing} in {place}
{place} counts the cost after its {thing} {what}
After {cause}: the {thing} of {place}`, "\n")
