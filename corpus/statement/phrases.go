package statement

import (
	"strings"
	"unicode"
)

// The names of the rules, as a reader sees them.
const (
	commentForm  = "comment form"
	creditLine   = "credit line"
	linkList     = "link list"
	moreAbout    = "more about"
	dateLine     = "date line"
	categoryLine = "category line"
	advert       = "advert"
	repeated     = "repeated"
	navigation   = "navigation"
	newsletter   = "newsletter"
	aboutOutlet  = "about the outlet"
	aboutAuthor  = "about the author"
	updateNote   = "update note"
	photoCaption = "photo caption"
	copyright    = "copyright"
)

// Phrases are matched against folded text: lower case, straight quotation marks. Those that a story may well begin a
// sentence with count only in a line that is no sentence.
var (
	// at the start of any statement
	startPhrases = byFirstWord([]phrases{
		{commentForm, `your email address will not be published|required fields are marked|save my name, email|notify me of new
			|notify me of follow|this site uses akismet|log in to comment|log in to reply|sign in to comment|you must be logged in
			|please log in to|have you been affected|if you have been affected|get in touch with us|tell us what you think|what do you think?
			|let us know what you think|share your thoughts|email us at|e-mail us at|send us your|email your|join the conversation|comments are closed|comments are moderated|leave a comment|leave a reply`},
		{creditLine, `(reporting by|reporting by|(additional reporting|additional reporting by|(writing by|(editing by|editing by
			|writing by|compiled by|agencies contributed|with reporting by|with files from|with inputs from|with input from
			|(with inputs from|(with input from|(with agency inputs|with agency inputs|(with agencies|photograph:|photo:|photos:|photo by|image:
			|photo credit|image credit|image source|(photo:|(photo by|(image:|(ap photo|(reuters photo|(afp photo|(photograph:|— #|— @`},
		{photoCaption, `image copyright|media playback|in this photo|in this image|pictured:|file - |file – |file — |file photo|file picture|file image|(file photo|image caption|photo caption|video caption`},
		{moreAbout, `click to |click on |»|>>|▶|click here|read more|read also:|also read:|see also:|read the full|read our full|for more on |for more news
			|for more information|for more stories|for the latest|for breaking news|more about this|here's a slideshow|here is a slideshow|see a slideshow
			|here's a gallery|watch the video|watch more|see more photos|see more pictures|view more|view gallery|view the slideshow|scroll down for
			|to learn more about|to find out more about|to read more|listen to the podcast|download the app|download our app|tap here|visit our website`},
		{newsletter, `follow @|sign up for|sign up to|subscribe to|get the latest news|get our|join our|follow us|like us on|find us on
			|follow our|share this|share on|tweet this|email this|get breaking news|get the day's|stay up to date|support our journalism`},
		{updateNote, `this is a live update|this is a developing story|this is a breaking news|this is breaking news|this story is developing
			|this article has been updated|this article was updated|this story has been updated|this story was updated|this post has been updated
			|this report has been updated|this article was originally|this story was originally|this article first appeared|this article originally
			|this story first appeared|this post was originally|check back for|more to follow|more details to follow|more as we get it|please check back|refresh this page
			|this article was amended|this article was corrected|a version of this article|a version of this story|an earlier version of this`},
		{copyright, `our standards: |copyright |(c) |© |©|all rights reserved|this material may not be published|all contents ©|(copyright`},
		{advert, `advertisement|story continues below|article continues below|article continues after|story continues after|sponsored content|continue reading below`},
	})
	// at the start of a line that is no sentence and goes on
	linePhrases = byFirstWord([]phrases{
		{creditLine, `by |email: |e-mail: |contact: |via |source:|sources:|credit:|from our |pictures:|picture:|video by|graphic:|graphics:|map:|written by|story by|text by|edited by|produced by`},
		{moreAbout, `more:|more from |more on |more about |see also|read:|read also|also read|related:|related articles|related stories|must read|don't miss|recommended|you may also|you might also
			|watch:|watch live|video:|listen:|podcast:|gallery:|photo gallery|photos:|in pictures|slideshow:|explainer:|analysis:|opinion:|editorial:
			|factbox|timeline:|profile:|interactive:|live:|live updates|live blog|q&a:|special report:|read next|up next|next:|previous:|also:|further reading
			|from the archive|editor's pick|editors' pick|top stories|most read|most popular|trending|latest news|other stories|in depth:|blog:`},
		{categoryLine, `categorized as|categorised as|category:|categories:|filed under|posted in|tags:|tag:|tagged|topics:|topic:|related topics|keywords:|section:`},
		{dateLine, `updated:|updated at|updated on|published:|published on|published at|posted:|posted on|last updated|last modified|first published|modified:`},
		{advert, `sponsored|promoted|ad:|paid for by|story continues|article continues`},
		{newsletter, `sign up|newsletter|subscribe|share:`},
		{commentForm, `post a comment|add a comment|view comments|show comments|hide comments|read comments|comments:|comments (|have your say|no comments|write a comment`},
	})
	// a line of its own
	wholePhrases = byWhole([]phrases{
		{commentForm, `comments|comment|name|email|website|post comment|cancel reply|submit|reply|leave a comment|leave a reply|no comments yet|report abuse`},
		{navigation, `contact us|story highlights|highlights|key points|about us|home|privacy policy|terms of use|terms of service|terms and conditions|cookie policy|skip to content|skip to main content|back to top|top|menu|search|sitemap|site map|advertise with us|advertise|give feedback|next article|previous article|next post|previous post|next|previous|careers|login|log in|sign in|register|help|faq|feedback|print|print this article|rss|go back|close|main menu|news tips|submit a tip|privacy|accessibility`},
		{newsletter, `share|share and follow|tweet|email|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|copy link|subscribe|subscribe now|follow|newsletter|newsletters|share this article|share this story|share this|like this|like loading|instagram|youtube`},
		{moreAbout, `related|related articles|related stories|related content|related news|related links|related posts|more stories|more news|more|read more|see also|recommended|recommended for you|recommended stories|you may also like|you might also like|trending|trending now|most read|most popular|top stories|latest news|latest stories|latest|watch|watch live|watch now|live|video|videos|photos|gallery|in pictures|editor's picks|editors' picks|don't miss|more from this section|more on this story|from the web|around the web|popular now|what to read next|read next|up next|opinion`},
		{advert, `advertisement|advertisements|ad|ads|sponsored|sponsored content|promoted|promoted stories|paid content|continue reading|story continues below|article continues below|loading|scroll to continue`},
		{updateNote, `updated|developing|developing story|breaking|breaking news|live updates|more to come|more to follow|more soon`},
		{categoryLine, `tags|topics|categories|uncategorized|uncategorised`},
		{creditLine, `staff writer|staff report|staff reporter|from our correspondent|wire services|news wire|agencies|file photo|file|stock image|photo`},
	})
	// anywhere in a short statement near an end of the report
	edgePhrases = byPhrase([]phrases{
		{creditLine, `contributed to this report|contributed to this story|contributed to this article|contributed reporting|contributed to the report|includes material from|press association contributed|contributed from`},
		{aboutOutlet, `can be found here|please fill out this form|republishing this content|is an independent news|is a nonprofit news|is a non-profit news|is an award-winning`},
		{newsletter, `our newsletter|our newsletters|our mailing list|your inbox|our whatsapp channel|our telegram channel|our youtube channel|on social media @|follow him on twitter|follow her on twitter|follow me on twitter|on facebook and twitter`},
		{moreAbout, `click here|slideshow of|gallery of images|in the video above|in the video below|watch the video|see the video|(video below)|click on the link|click the link`},
		{copyright, `all rights reserved|may not be published, broadcast|without permission|terms of service|© 20|reproduced with permission`},
		{updateNote, `this article has been updated|this story has been updated|this story will be updated|will be updated as`},
	})

	dateWords = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
		dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a p m et est edt ct cst cdt mt mst mdt
		pt pst pdt gmt utc bst cet cest eet msk ist pkt jst kst hkt sgt wib aest aedt updated update published posted post last modified first on at
		date time hrs hours hour minutes minute mins min ago read local eastern pacific today yesterday noon midnight created revised issued
		th st nd rd z created print edition`)
	announcements = set(`updated published posted modified created`)
	creditWords   = set(`associated press ap reuters afp agence france presse bloomberg xinhua tass itar ria novosti interfax upi pti ani ians dpa efe kyodo yonhap anadolu
		agency agencies nbc cbs abc cnn bbc fox news npr pbs getty images image epa efe ansa antara wire wires service services staff
		the and by from with photo photos file via via: /`)
	creditLinks = set(`the and by from with agency agencies news images image service services staff file photo photos via wire wires`)
	firmEnds    = set(`llc inc ltd gmbh plc corp`)
)

// phrases of one rule, with "|" between them.
type phrases struct{ rule, words string }

func (p phrases) each(visit func(phrase string)) {
	for w := range strings.SplitSeq(p.words, "|") {
		visit(strings.Trim(w, "\n\t"))
	}
}

// byFirstWord indexes phrases by their first word; each entry is a phrase and its rule.
func byFirstWord(rules []phrases) map[string][][2]string {
	index := map[string][][2]string{}
	for _, p := range rules {
		p.each(func(w string) { index[opening(w)] = append(index[opening(w)], [2]string{w, p.rule}) })
	}
	return index
}

// byPhrase lists phrases, each with its rule.
func byPhrase(rules []phrases) (list [][2]string) {
	for _, p := range rules {
		p.each(func(w string) { list = append(list, [2]string{w, p.rule}) })
	}
	return list
}

// byWhole indexes phrases by themselves.
func byWhole(rules []phrases) map[string]string {
	index := map[string]string{}
	for _, p := range rules {
		p.each(func(w string) { index[w] = p.rule })
	}
	return index
}

// opening is what the index knows a phrase by: its bytes up to the first blank.
func opening(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[:i]
	}
	return s
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00a0", " ")

// folded is s in lower case, with straight quotation marks.
func folded(s string) string { return strings.ToLower(straight.Replace(s)) }

// ruleByWording is the rule that a phrase in s gives away, "" for none. opens says that s opens its line, alone that it
// is the whole of it, edge that it stands near an end of its report.
func ruleByWording(s string, opens, alone, edge bool) string {
	start := folded(s[:min(len(s), 64)])
	first := opening(start)
	for _, p := range startPhrases[first] {
		if strings.HasPrefix(start, p[0]) && !(strings.HasSuffix(p[0], " by") && startsLower(strings.TrimLeft(s[len(p[0]):], " "))) {
			return p[1]
		}
	}
	if opens && !strings.HasSuffix(s, ".") {
		for _, p := range linePhrases[first] {
			if strings.HasPrefix(start, p[0]) && (p[1] != creditLine || len(s) < 120 && isTitleCase(s)) {
				return p[1]
			}
		}
	}
	if alone && len(s) <= 48 {
		if rule := wholePhrases[strings.TrimFunc(start, func(r rune) bool { return !unicode.IsLetter(r) })]; rule != "" {
			return rule
		}
	}
	if edge && len(s) <= 240 {
		return edgeRule(folded(s))
	}
	return ""
}

func edgeRule(s string) string {
	for _, p := range edgePhrases {
		if strings.Contains(s, p[0]) {
			return p[1]
		}
	}
	return ""
}
