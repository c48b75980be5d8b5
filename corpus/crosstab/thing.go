package crosstab

import "fmt"

// Thing is what can be counted, or counted by.
type Thing uint8

// The things.
const (
	Code Thing = iota
	Claim
	Voice
	Wording
	Verb
	Outlet
	Report
	Story
	Week
)

var thingNames = [...]string{"code", "claim", "voice", "wording", "verb", "outlet", "report", "story", "week"}

func (t Thing) String() string { return thingNames[t] }

// Things is all of them.
func Things() []Thing {
	all := make([]Thing, len(thingNames))
	for i := range all {
		all[i] = Thing(i)
	}
	return all
}

// ThingNamed is the thing of that name.
func ThingNamed(name string) (Thing, error) {
	for i, n := range thingNames {
		if n == name {
			return Thing(i), nil
		}
	}
	return 0, fmt.Errorf("%q cannot be counted by: want code, claim, voice, wording, verb, outlet, report, story or week", name)
}

// Unit is what the cells count.
type Unit uint8

// The units.
const (
	Statements Unit = iota
	Reports
	Outlets
)

var unitNames = [...]string{"statements", "reports", "outlets"}

func (u Unit) String() string { return unitNames[u] }

// UnitNamed is the unit of that name.
func UnitNamed(name string) (Unit, error) {
	for i, n := range unitNames {
		if n == name {
			return Unit(i), nil
		}
	}
	return 0, fmt.Errorf("%q are not counted: want statements, reports or outlets", name)
}
