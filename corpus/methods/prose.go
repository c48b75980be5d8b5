package methods

import (
	"fmt"
	"strings"

	"parallax/corpus/language"
)

// The paragraph. It says what was done and nothing that the record does not hold, in the order in which a methods section does:
// material, preparation, matching, what the coders did, how far they agree.

// Prose is the record as a paragraph.
func (r *Record) Prose() string {
	s := r.material() + r.matching() + r.coding() + r.reliability()
	return strings.TrimSpace(s)
}

func (r *Record) material() string {
	n := r.Counts
	s := fmt.Sprintf("The material comprised %s by %s on %s", language.Counted(n.Reports, "report"), language.Counted(n.Outlets, "outlet"), language.Counted(n.Stories, "event"))
	switch {
	case r.From != "" && r.From == r.To:
		s += fmt.Sprintf(", published on %s", r.From)
	case r.From != "":
		s += fmt.Sprintf(", published between %s and %s", r.From, r.To)
	}
	if r.From != "" && r.Dated < n.Reports {
		s += fmt.Sprintf(" (%d of them without a date)", n.Reports-r.Dated)
	}
	s += ". "
	var not []string
	for _, one := range []struct {
		n    int
		what string
	}{
		{len(r.Left), "left out of the sampling frame by the researchers for stated reasons"}, {len(r.Folded), "set aside as a duplicate of another by the same outlet or from the same address"},
		{len(r.Passed), "passed over as no report in a readable format"}, {len(r.Failed), "not readable"},
	} {
		if one.n > 0 {
			not = append(not, fmt.Sprintf("%d %s", one.n, one.what))
		}
	}
	if len(not) > 0 {
		s += "Of the files that were found, " + joined(not) + "; the table lists how many. "
	}
	s += fmt.Sprintf("Texts were extracted from the files and segmented into %s, of which %d were set aside as boilerplate (navigation, credits, calls to subscribe). ",
		language.Counted(n.Statements, "statement"), n.Boilerplate)
	return s
}

func (r *Record) matching() string {
	n := r.Counts
	s := fmt.Sprintf("Statements of different reports of one event that carry at least one claim in common were linked with parallax (version %s). "+
		"Each candidate pair is scored by logistic regression over signals of shared words, names, figures and quotations; the score is calibrated as a probability (Platt 1999), "+
		"and pairs from %.3f on are links, a threshold chosen in training by the F-measure (Lipton et al. 2014). ", r.Version, r.Threshold)
	s += fmt.Sprintf("This gave %s, of which %d hold in part and %d say one thing and differ in it (negation, an opposite verb, another number, day or place). Linked statements were grouped into %s of two or more statements; "+
		"%s stood alone. ", language.Counted(n.Links, "link"), n.InPart, n.Differing, language.Counted(n.Claims, "claim"), language.Counted(n.Alone, "claim"))
	s += fmt.Sprintf("The weights (SHA-256 %x) and texts (SHA-256 over all, %x) identify the run. ", r.Weights[:8], r.Texts[:8])
	return s
}

func (r *Record) coding() string {
	if len(r.Decided) == 0 && r.Passages == 0 {
		return "No decisions of a coder entered into the result. "
	}
	s := ""
	if r.Book != nil {
		s += fmt.Sprintf("Passages were coded with a codebook of %s (SHA-256 %x). ", language.Counted(r.Book.Codes, "code"), r.Book.Hash[:8])
	}
	coders := make(map[string]bool)
	total, order := make(map[string]int), []string(nil)
	for _, d := range r.Decided {
		coders[d.Coder] = true
		if total[d.Kind] == 0 {
			order = append(order, d.Kind)
		}
		total[d.Kind] += d.N
	}
	var parts []string
	for _, kind := range order {
		parts = append(parts, fmt.Sprintf("%s: %d", kind, total[kind]))
	}
	if len(parts) > 0 {
		s += fmt.Sprintf("The machine's reading was reviewed by %s, whose decisions take precedence (%s). ", language.Counted(len(coders), "coder"), strings.Join(parts, "; "))
	}
	if r.Passages > 0 {
		s += fmt.Sprintf("%s were marked and %s coded. ", language.Counted(r.Passages, "passage"), language.Counted(r.Coded, "statement"))
	}
	return s
}

func (r *Record) reliability() string {
	var parts []string
	for _, a := range r.Agreement {
		if a.Of != "" || a.Units == 0 || strings.HasPrefix(a.About, "tag ") {
			continue
		}
		one := fmt.Sprintf("%s, %s", a.About, language.Counted(a.Units, "unit"))
		if a.Percent.Defined {
			one += fmt.Sprintf(", %.1f %% agreement", a.Percent.Value)
		}
		if a.Alpha.Defined {
			one += fmt.Sprintf(", alpha = %.3f [%.2f, %.2f]", a.Alpha.Value, a.Alpha.Low, a.Alpha.High)
		}
		if a.Kappa.Defined {
			one += fmt.Sprintf(", kappa = %.3f", a.Kappa.Value)
		}
		if a.AC1.Defined {
			one += fmt.Sprintf(", AC1 = %.3f", a.AC1.Value)
		}
		parts = append(parts, one)
	}
	if len(r.Agreement) == 0 {
		return ""
	}
	if len(parts) == 0 {
		return "Two coders judged no unit in common, so that no agreement can be given. "
	}
	rule := "a passage that only one of them marked is missing"
	if r.Alone == "disagree" {
		rule = "a passage that only one of them marked counts as a disagreement"
	}
	return fmt.Sprintf("Agreement of two coders (%s) was: %s. Given are Krippendorff's alpha (2011) with a 95 %% bootstrap interval (Efron 1987), Cohen's kappa (1960) and Gwet's AC1 (2008). ",
		rule, strings.Join(parts, "; "))
}

func joined(parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

// References is the literature that the paragraph names, as far as it names it.
func (r *Record) References() []string {
	all := []string{
		"Lipton, Z. C., Elkan, C. and Naryanaswamy, B. (2014). Optimal thresholding of classifiers to maximize F1 measure. ECML PKDD 2014.",
		"Platt, J. (1999). Probabilistic outputs for support vector machines and comparisons to regularized likelihood methods. Advances in Large Margin Classifiers.",
	}
	if len(r.Agreement) > 0 {
		all = append(all,
			"Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20.",
			"Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical Association 82.",
			"Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology 61.",
			"Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability.")
	}
	return all
}
