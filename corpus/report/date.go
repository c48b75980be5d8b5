package report

// Date is a calendar day as the source gives it; a zero Day or Month means the source does not say.
type Date struct{ Year, Month, Day int }

// Known reports whether anything is known of the date.
func (d Date) Known() bool { return d.Year != 0 }

// String is the date for people, "10 Mar 2022", "Mar 2022" or "2022"; "" when unknown.
func (d Date) String() string { panic("unwritten") }

// ISO is the date for machines, "2022-03-10", "2022-03" or "2022"; "" when unknown.
func (d Date) ISO() string { panic("unwritten") }

// ParseDate reads an ISO 8601 date, with or without a time of day; ok is false when s is not one.
func ParseDate(s string) (d Date, ok bool) { panic("unwritten") }
