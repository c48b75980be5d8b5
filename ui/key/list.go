package key

// InList is where the choice in a list of n goes by an action, from item chosen and with pages of page items; count is 0
// when none was typed. ok is false for an action that does not move in lists.
func InList(a Action, count, chosen, n, page int) (to int, ok bool) {
	times := max(1, count)
	switch a {
	case ListDown:
		to = chosen + times
	case ListUp:
		to = chosen - times
	case ListPageDown:
		to = chosen + times*max(1, page)
	case ListPageUp:
		to = chosen - times*max(1, page)
	case ListFirst:
		to = times - 1
	case ListLast:
		to = n - 1
		if count > 0 {
			to = count - 1
		}
	default:
		return chosen, false
	}
	return max(0, min(to, n-1)), true
}
