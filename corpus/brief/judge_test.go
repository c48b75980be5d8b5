package brief

import (
	"testing"
	"time"

	"parallax/corpus/claim"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestJudge: an answer is kept by its statements' words, is found again, and is undone like any other change.
func TestJudge(t *testing.T) {
	set := statement.Of([]report.Report{fixture.ReportOf("A", "The dam broke on Monday. Water came into the town. Nobody was hurt. The mayor thanked the firemen.")}, 1)
	v := claim.Verdict{Of: []statement.ID{0, 2}, In: []statement.ID{0}, Yes: []statement.ID{3}, No: []statement.ID{2}, Whole: true}
	c := JudgeOf(set, v, "the dam")
	if len(c.Anchors) != 3 {
		t.Errorf("%d anchors", len(c.Anchors))
	}
	b, err := new(Brief).Apply(Action{Seq: 1, Time: time.Unix(1, 0), Change: c})
	if err != nil {
		t.Fatal(err)
	}
	r := b.Resolve(NewLocator(set))
	if len(r.Verdicts) != 1 || !r.Verdicts[0].Equal(v) {
		t.Errorf("found again: %+v", r.Verdicts)
	}
	b, err = b.Apply(Action{Seq: 2, Time: time.Unix(2, 0), Change: Undo{Of: 1}})
	if err != nil || len(b.Resolve(NewLocator(set)).Verdicts) != 0 {
		t.Errorf("after undo: %v, %d answers", err, len(b.Judged))
	}
	for name, bad := range map[string]Judge{"nothing": {}, "no anchor": {Of: []int{0}}} {
		if _, err := new(Brief).Apply(Action{Seq: 1, Change: bad}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
