package learn

// Tree is a full binary tree of tests, stored level by level: node i has the children 2i+1 and 2i+2. A node whose
// Column is -1 is passed to the left.
type Tree struct {
	Column []int16   `json:"column"`
	Cut    []float32 `json:"cut"` // to the right when the number is greater
	Leaf   []float32 `json:"leaf"`
}

// Value is the leaf that a row falls into.
func (t *Tree) Value(x []float32) float64 {
	i := 0
	for i < len(t.Column) {
		c := t.Column[i]
		i = 2*i + 1
		if c >= 0 && x[c] > t.Cut[(i-1)/2] {
			i++
		}
	}
	return float64(t.Leaf[i-len(t.Column)])
}
