package match

import "strings"

// stopWords are the words of grammar and of plain reporting: in a news text they stand everywhere and say nothing about
// which claim a statement carries.
var stopWords = wordSet(`
a an the this that these those such same other another each every either neither both all any some no none not nor
and or but if then than so as at by for from in into of off on onto out over per to toward towards under up upon
with within without about above across after against along among amid around before behind below beneath beside
besides between beyond despite down during except inside like near since through throughout till until unlike via
while whilst although though because when where which who whom whose what why how whether
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
herself it its itself they them their theirs themselves one ones someone anyone everyone something anything
everything nothing nobody everybody anybody somebody there here
am is are was were be been being isn't aren't wasn't weren't
have has had having haven't hasn't hadn't do does did doing done don't doesn't didn't
can could may might must shall should will would can't cannot couldn't mustn't shouldn't won't wouldn't
also just only even still yet already again ever never now once very much many more most less least few too quite
rather else ago away back later earlier soon often always sometimes perhaps maybe however meanwhile moreover
furthermore therefore thus hence instead otherwise indeed well further
said say says saying told tell tells telling added add adds adding
according mr mrs ms dr sir
i'm i've i'll i'd we're we've we'll we'd you're you've you'll he's she's it's that's there's what's they're they've
they'll they'd let's who's
re ve ll s t d m
get gets got getting make makes made making take takes took taken taking go goes went gone going come comes came
coming put puts
`)

func wordSet(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// lightWords are stems so general that they say little even where a story has them seldom.
var lightWords = stemSet(`
people person year month week day time new first last next second number part way thing lot group area place country
official government state public report news story case fact issue question problem work working start begin end
continue become remain keep seem appear include use give find think believe know want need show see look call ask try
help leave move turn follow lead bring hold set plan big large small great little good bad high low long short old
young early late several various certain able possible likely due main major important available different similar
around nearly almost about including based expected made former current recent recently today yesterday tomorrow now
monday tuesday wednesday thursday friday saturday sunday night morning two three comment statement member
`)

func stemSet(s string) map[string]bool {
	m := make(map[string]bool)
	var st stemmer
	for _, w := range strings.Fields(s) {
		m[st.stem(regular(w))] = true
	}
	return m
}
