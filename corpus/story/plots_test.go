package story

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"parallax/corpus/report"
)

// Twenty made-up events of five kinds. Events of one kind are told in the words of their kind, with names, numbers and
// particulars of their own: that is what makes events hard to tell apart. Each report takes some of the sentences, in an
// order of its own and in one of two wordings.

// plot is one kind of event: what all events of the kind may say, in two wordings. {p} is the place, {n} a number, {m}
// another, {w} who is quoted, {b} a body.
type plot struct {
	lines  [][2]string
	events []event
}

type event struct {
	place, who, body string
	n, m             int
	day              int // of the month
	own              string
}

var plots = []plot{
	{
		lines: [][2]string{
			{"A strong earthquake struck {p} on Tuesday, killing at least {n} people and injuring {m}.", "At least {n} people died and {m} were hurt when a strong quake hit {p} on Tuesday."},
			{"{w}, of {b}, said rescue teams were digging through the rubble.", "Rescuers were searching the debris by hand, according to {w} of {b}."},
			{"The quake had a magnitude of 6.{n} and its epicentre lay near {p}, geologists said.", "Geologists put the tremor near {p} at magnitude 6.{n}."},
			{"Residents ran into the streets as houses shook and walls collapsed.", "Walls collapsed and frightened residents fled into the street."},
			{"Hospitals in {p} were overwhelmed and treated the injured in tents.", "Doctors treated the wounded in tents outside the hospital of {p}."},
			{"Aftershocks continued through the night and power was cut.", "Electricity failed, and aftershocks were felt all night."},
			{"{b} sent blankets, water and food to the area.", "Trucks with water, food and blankets were sent by {b}."},
		},
		events: []event{
			{"Maruvo", "Ilse Tarkin", "the Maruvo civil guard", 31, 212, 4, "The minaret of the old mosque toppled onto a fish market.|A sugar warehouse burned for hours after a gas pipe broke.|Divers looked for a bus that had fallen from the Senn viaduct."},
			{"Castrel Alto", "Remo Pazzi", "the Alpine relief corps", 9, 64, 11, "A chestnut festival had filled the square shortly before.|Cows were led out of a burning dairy by schoolchildren.|The bell of San Brizio fell through two floors."},
			{"Okedo", "Haru Minase", "the coast watch", 5, 118, 18, "Bullet trains were halted and a nuclear plant was checked.|A tsunami warning was lifted within ninety minutes.|Lifts stopped in four hundred towers."},
			{"Tal Besh", "Gulnar Osk", "the Red Crescent of Besh", 74, 530, 23, "Shepherds brought the first word on horseback, since the pass was blocked.|Two villages of mud brick were flattened.|Snow grounded the helicopters until noon."},
		},
	},
	{
		lines: [][2]string{
			{"{w} won the presidential election in {p} with {n} percent of the vote.", "Voters in {p} chose {w} as president; the winner took {n} percent."},
			{"Turnout was {m} percent, {b} said.", "{b} put turnout at {m} percent."},
			{"Supporters danced in the streets of the capital as the results came in.", "The capital filled with cheering supporters once the result was known."},
			{"The losing candidate said the count had been unfair and would go to court.", "His rival spoke of fraud and announced a complaint to the court."},
			{"Observers called the vote largely free despite long queues at polling stations.", "Long lines formed at polling stations, but observers judged the vote mostly fair."},
			{"{w} promised jobs and an end to corruption in a victory speech.", "In a speech to supporters, {w} pledged to fight corruption and create jobs."},
			{"Parliament will swear in the new president of {p} next month.", "The new president is to take the oath next month."},
		},
		events: []event{
			{"Lusomba", "Adaeze Mbeki-Rowe", "the Lusomba ballot board", 52, 71, 3, "A ferry carried ballot boxes to the island of Kiri.|The former rebel Colonel Tutu Sanz had withdrawn a week before.|Cocoa prices had been the chief matter of the campaign."},
			{"Vargonia", "Petr Halvin", "the Vargonian election office", 58, 43, 9, "The farmers' union had called for a boycott.|Snow closed eleven mountain precincts.|Halvin once played goalkeeper for Dynamo Vargon."},
			{"San Telmo", "Lucia Ferrante", "the electoral tribunal of San Telmo", 49, 80, 15, "A second round was avoided by nine thousand ballots.|She would be the first woman in the Palace of Lemons.|The copper tax divided the coast and the highlands."},
			{"Hasmar", "Yusuf Darwaz", "the Hasmar vote commission", 61, 38, 27, "Women voted in separate halls in the southern oases.|The king had dissolved the chamber in May.|A satellite channel was closed for three days."},
		},
	},
	{
		lines: [][2]string{
			{"{b} will cut {n} hundred jobs and close its plant in {p}, the company said.", "The company {b} announced that it would shut its factory in {p}; {n} hundred workers lose their jobs."},
			{"Shares fell {m} percent after the announcement.", "Investors sold, and the stock lost {m} percent."},
			{"{w}, the chief executive, said costs had risen and demand was weak.", "Weak demand and rising costs left no choice, chief executive {w} said."},
			{"Unions called the plan a betrayal and threatened a strike.", "A strike was threatened by the unions, which spoke of betrayal."},
			{"Analysts said the restructuring had been expected for months.", "The restructuring came as no surprise to analysts."},
			{"Revenue dropped in the last quarter and profit fell by a third.", "Profit was down a third in the quarter on lower revenue."},
			{"The mayor of {p} said the town would ask the government for help.", "Help from the government will be sought, the mayor of {p} said."},
		},
		events: []event{
			{"Dunholt", "Greta Aalst", "Nordkabel", 14, 8, 2, "Undersea cable for wind parks had been its mainstay since 1961.|A museum of telegraphy may take over the drawing halls.|Copper thieves broke in on the same night."},
			{"Ridgeway Falls", "Tom Brannigan", "Pellucid Glass", 6, 12, 10, "The furnace cannot be relit once it has cooled.|Its windshields went to every lorry maker on the lakes.|An offer from a Korean buyer lapsed in June."},
			{"Port Almada", "Inês Couto", "Atum Real", 22, 5, 16, "Sardine quotas had been halved by Brussels.|The cannery's blue tins are sold as souvenirs.|Grandmothers blocked the gate with fish crates."},
			{"Kesselbach", "Udo Frentz", "Tonwerk Audio", 3, 31, 21, "Vinyl presses will move to Slovenia.|A tube amplifier of 1957 is shown in the lobby.|Musicians signed an open letter to keep the studio."},
		},
	},
	{
		lines: [][2]string{
			{"A passenger plane with {m} people on board crashed near {p} on Thursday.", "A jet carrying {m} people came down close to {p} on Thursday."},
			{"{n} bodies have been found, {w} of {b} said.", "{w}, speaking for {b}, said {n} bodies had been recovered."},
			{"The pilot had reported trouble with an engine shortly before contact was lost.", "Contact was lost minutes after the crew reported engine trouble."},
			{"Investigators recovered the flight recorders and will send them abroad.", "Both flight recorders were found and are to be examined abroad."},
			{"Relatives gathered at the airport and waited for news.", "At the airport, weeping relatives waited for word."},
			{"The airline said the aircraft had been checked in the spring.", "According to the airline, the aircraft had passed an inspection in spring."},
			{"Witnesses near {p} saw smoke and heard a loud explosion.", "People in {p} heard an explosion and saw black smoke."},
		},
		events: []event{
			{"Mount Arvin", "Sela Kruse", "the Arvin mountain rescue", 12, 44, 5, "Skiers on the Glass Glacier saw a wing slide past.|A choir from Tromvik was aboard.|Fog had closed the tower twice that morning."},
			{"Lake Nyassi", "Joseph Banda", "the Nyassi port police", 29, 97, 12, "Fishermen pulled nine survivors into canoes.|The runway at Mbali had been lengthened last year.|Hippopotamuses kept the divers away at dusk."},
			{"Perlin", "Dirk Somm", "the Perlin fire brigade", 7, 19, 19, "It hit an empty carpet shop beside the motorway.|The skydivers' club had chartered it for a jubilee.|A crane lifted the tail over tram wires."},
			{"Kuta Mas", "Wayan Suarta", "the Kuta search agency", 53, 131, 26, "Ash from the volcano Rindu had delayed other flights.|Surfers found seats floating off Karang reef.|Two diplomats changed their booking at the last minute."},
		},
	},
	{
		lines: [][2]string{
			{"Negotiators in {p} agreed on a ceasefire on Sunday after {n} days of talks.", "After {n} days of talks, a truce was agreed in {p} on Sunday."},
			{"{w}, who spoke for {b}, called the deal fragile.", "The agreement is fragile, said {w}, spokesman of {b}."},
			{"Fighting has killed more than {m} hundred people since the spring.", "More than {m} hundred people have died in the fighting since spring."},
			{"Prisoners are to be exchanged and aid convoys let through.", "The deal provides for an exchange of prisoners and for convoys with aid."},
			{"Both sides accused each other of breaking earlier agreements.", "Earlier agreements were broken, each side said of the other."},
			{"The United Nations welcomed the accord and offered monitors.", "Monitors were offered by the United Nations, which praised the accord."},
			{"Shelling was heard near the front hours after the announcement.", "Hours later shells still fell along the front."},
		},
		events: []event{
			{"Zarem", "Idris Kamo", "the Azure Front", 11, 40, 1, "The dam of Upper Zar stays under joint guard.|A blind poet read the text aloud in two tongues.|Saffron traders reopened the northern road at once."},
			{"Belmora", "Vesna Trnka", "the Morava council", 4, 13, 8, "The monastery of St Prohor becomes neutral ground.|Miners had dug trenches through the tin works.|A football match between brigades is planned."},
			{"Port Sabel", "Amadou Keita", "the Delta Union", 26, 92, 17, "Oil barges were trapped at the mouth of the Sabel.|Child soldiers gave up their rifles in a cinema.|The general's brother remains under house arrest in Accadie."},
			{"Thura Pass", "Min Thet", "the Hill Army", 9, 7, 24, "Jade mines were the last point in dispute.|Buddhist monks carried the draft across the rope bridge.|Landmines will be cleared before the monsoon."},
		},
	},
}

// staged is the reports of all events, each with the number of its event, told in one of so many wordings. With one it is also
// the same body that speaks everywhere.
func staged(seed uint64, wordings int) (reports []report.Report, of []int) {
	number := 0
	for _, p := range plots {
		for _, e := range p.events {
			rng := rand.New(rand.NewPCG(seed, uint64(number)))
			if wordings == 1 {
				e.body = "the relief corps of Ravelin"
			}
			for range 4 + rng.IntN(3) {
				id := report.ID(len(reports))
				published, _ := report.ParseDate(fmt.Sprintf("2019-03-%02d", e.day+rng.IntN(2)))
				reports = append(reports, report.Report{
					ID: id, Path: fmt.Sprintf("%03d.txt", id), Outlet: fmt.Sprintf("Outlet %d", id), Text: e.tell(p, rng, wordings), Published: published,
				})
				of = append(of, number)
			}
			number++
		}
	}
	return reports, of
}

// tell is a report of the event: what happened, four of the other lines of its kind, and two particulars of its own.
func (e event) tell(p plot, rng *rand.Rand, wordings int) string {
	fill := strings.NewReplacer("{p}", e.place, "{w}", e.who, "{b}", e.body, "{n}", fmt.Sprint(e.n), "{m}", fmt.Sprint(e.m))
	var lines []string
	order := rng.Perm(len(p.lines))
	at := slices.Index(order, 0)
	order[min(at, 4)], order[at] = 0, order[min(at, 4)]
	for _, i := range order[:5] {
		lines = append(lines, fill.Replace(p.lines[i][rng.IntN(wordings)]))
	}
	own := strings.Split(e.own, "|")
	for _, i := range rng.Perm(len(own))[:2] {
		lines = append(lines, own[i])
	}
	return strings.Join(lines, " ") + "\n"
}
