package plant

import "strings"

var (
	onsets = strings.Fields("b br d dr f g gr h j k kl l m n p pl r s st t tr v z sh ch th")
	rimes  = strings.Fields("a an ar e el en i in ir o ol on or u un ul ai ea")
	roles  = strings.Fields(`Mayor Senator Minister Captain Judge Doctor Professor Director Inspector Governor
Bishop Colonel Coroner Curator Admiral Sheriff Dean Provost Warden Pilot Conductor Engineer Surgeon Rector Consul
Registrar Brigadier Sculptor Novelist Botanist`)
	units = strings.Fields(`workers families houses trucks crates officers pupils visitors barrels sheep
tickets farmers wagons islanders bottles monks boxes sailors shops miners canoes nurses camels dancers tents ovens
lamps bicycles anglers tiles`)
	openings = []string{"It said that", "On Monday", "Last week", "Two days later", "Earlier this year", "Despite that,"}

	nouns = lists(`
bridge/crossing harbour/port budget/spending_plan pipeline/duct orchard/fruit_farm tunnel/underpass festival/fair
reservoir/lake quarry/pit library/reading_room clinic/surgery mill/works ferry/boat tower/spire stadium/arena
archive/records contract/deal permit/licence inquiry/probe strike/walkout tariff/levy grant/subsidy treaty/pact
vaccine/jab virus/infection orchestra/ensemble museum/gallery painting/canvas manuscript/document satellite/orbiter
rocket/launcher telescope/observatory glacier/ice_field forest/woodland marsh/wetland herd/flock harvest/crop
drought/dry_spell flood/deluge storm/gale landslide/mudslide tremor/quake blaze/fire outage/blackout spill/leak
refinery/plant turbine/windmill dam/barrage railway/rail_line airport/airfield runway/airstrip depot/warehouse
market/bazaar school/academy hostel/lodging prison/jail court/tribunal verdict/ruling appeal/challenge ransom/payment
convoy/column outpost/garrison checkpoint/roadblock ceasefire/truce ballot/vote petition/appeal_letter statue/monument
cathedral/church shrine/temple parade/march concert/gig trophy/cup league/division coach/trainer stipend/allowance
pension/retirement_pay mortgage/home_loan merger/takeover factory/assembly_line patent/design_right engine/motor
battery/cell antenna/aerial software/program sensor/detector drone/unmanned_craft vessel/ship cargo/freight
`)
	verbs = lists(`
opened/unveiled closed/shut approved/endorsed rejected/refused delayed/postponed inspected/examined repaired/mended
damaged/harmed destroyed/wrecked sold/auctioned bought/purchased criticised/condemned praised/lauded expanded/enlarged
cut/reduced seized/captured abandoned/deserted funded/financed cancelled/scrapped restored/renovated banned/prohibited
defended/protected investigated/probed launched/started halted/stopped relocated/moved blamed/faulted sued/prosecuted
taxed/levied insured/covered searched/combed guarded/watched copied/duplicated flooded/inundated heated/warmed
wired/cabled mapped/charted weighed/balanced carved/chiselled quoted/cited rescued/saved boarded/embarked
trimmed/pruned planted/sown drained/emptied sealed/plugged stamped/franked sewed/stitched tuned/adjusted
blessed/hallowed swept/brushed roasted/grilled bottled/canned numbered/counted polished/buffed greeted/welcomed
mocked/ridiculed traced/tracked loaded/stacked locked/bolted rehearsed/practised translated/rendered mourned/lamented
fenced/walled dredged/scooped catalogued/indexed ventilated/aired surveyed/polled fumigated/smoked
measured/gauged photographed/filmed painted/coloured hidden/concealed discovered/found donated/given leased/rented
`)
)

// lists reads words for one thing, parted by "/"; "_" stands for a blank.
func lists(s string) [][]string {
	var all [][]string
	for _, f := range strings.Fields(s) {
		all = append(all, strings.Split(strings.ReplaceAll(f, "_", " "), "/"))
	}
	return all
}
