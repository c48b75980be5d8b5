package report

// OutletID is the index of an outlet in Outlets.All.
type OutletID int

// Outlet is who published one report or several.
type Outlet struct {
	Name    string
	Reports []ID // in order; never empty
}

// Outlets is who published the reports of a slice: an immutable snapshot.
type Outlets struct {
	All []Outlet   // in the order of their first reports
	Of  []OutletID // by report
}

// OutletsOf sorts reports by outlet: two reports of one outlet are one outlet.
func OutletsOf(reports []Report) *Outlets {
	o := &Outlets{Of: make([]OutletID, len(reports))}
	known := make(map[string]OutletID)
	for i := range reports {
		name := reports[i].Outlet
		id, ok := known[name]
		if !ok {
			id = OutletID(len(o.All))
			known[name] = id
			o.All = append(o.All, Outlet{Name: name})
		}
		o.All[id].Reports = append(o.All[id].Reports, ID(i))
		o.Of[i] = id
	}
	return o
}
