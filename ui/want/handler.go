package want

import tea "charm.land/bubbletea/v2"

// Handler carries wants out: a method for each.
type Handler interface {
	Open(Open) tea.Cmd
	Press(Press) tea.Cmd
	Close(Close) tea.Cmd
	Quit(Quit) tea.Cmd
	Suspend(Suspend) tea.Cmd
	Redraw(Redraw) tea.Cmd
	ToggleMouse(ToggleMouse) tea.Cmd
	Copy(Copy) tea.Cmd
	CopyClaim(CopyClaim) tea.Cmd
	Mark(Mark) tea.Cmd
	MarkClaim(MarkClaim) tea.Cmd
	Note(Note) tea.Cmd
	Tag(Tag) tea.Cmd
	Noted(Noted) tea.Cmd
	TagClaim(TagClaim) tea.Cmd
	Tagged(Tagged) tea.Cmd
	ChosenTags(ChosenTags) tea.Cmd
	Boilerplate(Boilerplate) tea.Cmd
	Undo(Undo) tea.Cmd
	Redo(Redo) tea.Cmd
	Decide(Decide) tea.Cmd
	Judge(Judge) tea.Cmd
	CheckSilence(CheckSilence) tea.Cmd
	NameClaim(NameClaim) tea.Cmd
	AddByHand(AddByHand) tea.Cmd
	Include(Include) tea.Cmd
	Exclude(Exclude) tea.Cmd
	Change(Change) tea.Cmd
	CopyText(CopyText) tea.Cmd
	Answer(Answer) tea.Cmd
	LeaveField(LeaveField) tea.Cmd
	Editor(Editor) tea.Cmd
	Ask(Ask) tea.Cmd
	Export(Export) tea.Cmd
	Go(Go) tea.Cmd
	GoThrough(GoThrough) tea.Cmd
	Alias(Alias) tea.Cmd
	GoReport(GoReport) tea.Cmd
	OpenStory(OpenStory) tea.Cmd
	Raw(Raw) tea.Cmd
	Revisions(Revisions) tea.Cmd
	Rescan(Rescan) tea.Cmd
	FindMore(FindMore) tea.Cmd
	GoWording(GoWording) tea.Cmd
	ReviewClaim(ReviewClaim) tea.Cmd
	Figures(Figures) tea.Cmd
	Preview(Preview) tea.Cmd
	Stay(Stay) tea.Cmd
	Cancel(Cancel) tea.Cmd
	Run(Run) tea.Cmd
	Find(Find) tea.Cmd
	Step(Step) tea.Cmd
	Say(Say) tea.Cmd
}

func (w Open) Do(h Handler) tea.Cmd         { return h.Open(w) }
func (w Close) Do(h Handler) tea.Cmd        { return h.Close(w) }
func (w Quit) Do(h Handler) tea.Cmd         { return h.Quit(w) }
func (w Suspend) Do(h Handler) tea.Cmd      { return h.Suspend(w) }
func (w Redraw) Do(h Handler) tea.Cmd       { return h.Redraw(w) }
func (w ToggleMouse) Do(h Handler) tea.Cmd  { return h.ToggleMouse(w) }
func (w Copy) Do(h Handler) tea.Cmd         { return h.Copy(w) }
func (w CopyClaim) Do(h Handler) tea.Cmd    { return h.CopyClaim(w) }
func (w Mark) Do(h Handler) tea.Cmd         { return h.Mark(w) }
func (w MarkClaim) Do(h Handler) tea.Cmd    { return h.MarkClaim(w) }
func (w Note) Do(h Handler) tea.Cmd         { return h.Note(w) }
func (w Tag) Do(h Handler) tea.Cmd          { return h.Tag(w) }
func (w Noted) Do(h Handler) tea.Cmd        { return h.Noted(w) }
func (w Tagged) Do(h Handler) tea.Cmd       { return h.Tagged(w) }
func (w ChosenTags) Do(h Handler) tea.Cmd   { return h.ChosenTags(w) }
func (w TagClaim) Do(h Handler) tea.Cmd     { return h.TagClaim(w) }
func (w Boilerplate) Do(h Handler) tea.Cmd  { return h.Boilerplate(w) }
func (w Undo) Do(h Handler) tea.Cmd         { return h.Undo(w) }
func (w Redo) Do(h Handler) tea.Cmd         { return h.Redo(w) }
func (w Judge) Do(h Handler) tea.Cmd        { return h.Judge(w) }
func (w Decide) Do(h Handler) tea.Cmd       { return h.Decide(w) }
func (w CheckSilence) Do(h Handler) tea.Cmd { return h.CheckSilence(w) }
func (w NameClaim) Do(h Handler) tea.Cmd    { return h.NameClaim(w) }
func (w AddByHand) Do(h Handler) tea.Cmd    { return h.AddByHand(w) }
func (w Include) Do(h Handler) tea.Cmd      { return h.Include(w) }
func (w Exclude) Do(h Handler) tea.Cmd      { return h.Exclude(w) }
func (w Change) Do(h Handler) tea.Cmd       { return h.Change(w) }
func (w CopyText) Do(h Handler) tea.Cmd     { return h.CopyText(w) }
func (w Answer) Do(h Handler) tea.Cmd       { return h.Answer(w) }
func (w LeaveField) Do(h Handler) tea.Cmd   { return h.LeaveField(w) }
func (w Editor) Do(h Handler) tea.Cmd       { return h.Editor(w) }
func (w Ask) Do(h Handler) tea.Cmd          { return h.Ask(w) }
func (w Export) Do(h Handler) tea.Cmd       { return h.Export(w) }
func (w Go) Do(h Handler) tea.Cmd           { return h.Go(w) }
func (w Alias) Do(h Handler) tea.Cmd        { return h.Alias(w) }
func (w GoThrough) Do(h Handler) tea.Cmd    { return h.GoThrough(w) }
func (w GoReport) Do(h Handler) tea.Cmd     { return h.GoReport(w) }
func (w OpenStory) Do(h Handler) tea.Cmd    { return h.OpenStory(w) }
func (w Raw) Do(h Handler) tea.Cmd          { return h.Raw(w) }
func (w Revisions) Do(h Handler) tea.Cmd    { return h.Revisions(w) }
func (w Rescan) Do(h Handler) tea.Cmd       { return h.Rescan(w) }
func (w FindMore) Do(h Handler) tea.Cmd     { return h.FindMore(w) }
func (w GoWording) Do(h Handler) tea.Cmd    { return h.GoWording(w) }
func (w Figures) Do(h Handler) tea.Cmd      { return h.Figures(w) }
func (w ReviewClaim) Do(h Handler) tea.Cmd  { return h.ReviewClaim(w) }
func (w Preview) Do(h Handler) tea.Cmd      { return h.Preview(w) }
func (w Stay) Do(h Handler) tea.Cmd         { return h.Stay(w) }
func (w Cancel) Do(h Handler) tea.Cmd       { return h.Cancel(w) }
func (w Press) Do(h Handler) tea.Cmd        { return h.Press(w) }
func (w Run) Do(h Handler) tea.Cmd          { return h.Run(w) }
func (w Find) Do(h Handler) tea.Cmd         { return h.Find(w) }
func (w Step) Do(h Handler) tea.Cmd         { return h.Step(w) }
func (w Say) Do(h Handler) tea.Cmd          { return h.Say(w) }
