package statement

import "strings"

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// Abbreviations as English-language newsrooms write them, without their full stop, by what may stand after them.
var (
	// a name follows: "Sgt. Hoyt"
	titleAbbreviations = set(`Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Sgt Lt Col Gen Capt Cpl Maj Adm Rev Revd Hon Gov Govs
		Sen Sens Rep Reps Pres Ste Msgr Fr Cmdr Comdr Cdr Supt Insp Det Pvt Pfc Brig Amb Atty Attys Asst Assoc Dep Dir
		Cllr Bp Archbp Br Sra Srta Mt Ft Pt Staff-Sgt Lance-Cpl VAdm RAdm Cpt Sr-Lt Sheikh Ing Eng Ald Del Const Ch-Supt`)
	// a figure follows: "No. 5", "Aug. 31"
	figureAbbreviations = set(`No Nos no nos p pp vol Vol vols Fig fig figs Art art Ch ch Sec sec para paras Op op v
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Rs Rp`)
	// anything follows
	linkAbbreviations = set(`vs e.g i.e cf viz approx ca esp incl a.k.a`)
	// the end of a firm's or a person's name: a sentence may end here
	nameAbbreviations = set(`Inc Co Corp Ltd Bros Cos Plc Pty`)
	// states as newsrooms abbreviate them: a title may follow ("Calif. Gov. Hale")
	stateAbbreviations = set(`Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
		Tenn Tex Vt Va Wash Wis Wyo N.H N.J N.M N.Y N.C N.D S.C S.D R.I W.Va Ont Que Sask Alta B.C`)
	timeAbbreviations = set(`a.m p.m A.M P.M`)
	afterTimes        = set(`ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST EET EEST MSK IST PKT JST KST HKT SGT WIB
		AEST AEDT NZST NZDT WAT EAT SAST Eastern Central Mountain Pacific Greenwich Beijing Moscow Monday Tuesday Wednesday Thursday
		Friday Saturday Sunday January February March April May June July August September October November December
		Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec`)
	// what follows a firm's name within a sentence
	afterFirms = set(`CEO CFO COO CTO Chief Chairman Chairwoman Chair President Vice Executive Director Managing Founder Co-founder &`)
)

// starters are the words that open a sentence far more often than they go on with a name.
var starters = set(`The A An It He She They We You I In On At As But And Or Nor So If When While After Before Since For From With By To
	This That These Those There Here His Her Their Our Its My Your No Not Yet Now Then Also However Meanwhile Although Though Despite
	According Earlier Last Later Many Most Some Several Both All Each Every Few Other Others Another One Two Three Four Five Six Seven
	Eight Nine Ten What Why How Where Who Which Whether Asked Until Under Over Because During Once Only Even Just Still Such Today
	Yesterday Tomorrow Among Without Within Between Against About Above Below Across Amid Instead Moreover Nevertheless Nonetheless
	Perhaps Neither Either Unlike Like Is Are Was Were Has Have Had Do Does Did Can Could Will Would Should May Might Must
	Officials Police Authorities Witnesses Residents Analysts Experts`)
