package verify

import (
	"regexp"
	"strings"
)

// withNo has the word that is hidden, "no": with it the sentence says that nobody was there, without it that somebody
// was.
const (
	withNo  = "there were no patients there."
	withPut = "denied that any patients were present."
)

// around puts markup around the "no" of a quotation.
func around(open, shut string) func(format, file string) string {
	return func(_, file string) string {
		return strings.Replace(file, withNo, "there were "+open+"no "+shut+"patients there.", 1)
	}
}

// styled is around with a style sheet of its own.
func styled(css, open, shut string) func(format, file string) string {
	return func(format, file string) string {
		return around(open, shut)(format, strings.Replace(file, "</style>", css+"</style>", 1))
	}
}

func css(rule string) func(format, file string) string {
	return func(_, file string) string { return strings.Replace(file, "</style>", rule+"</style>", 1) }
}

func inBody(markup string) func(format, file string) string { return once("<main>", "<main>"+markup) }

// onFigure puts an attribute on the figure of a quotation.
func onFigure(attributes string) func(format, file string) string {
	return func(_, file string) string {
		i := strings.Index(file, "“In comments")
		i = strings.LastIndex(file[:i], "<figure>")
		return file[:i] + "<figure " + attributes + ">" + file[i+len("<figure>"):]
	}
}

// pageLooks are what can be done to a page so that its reader sees something else than it says.
var pageLooks = []tampering{
	{"<del>", "html", around("<del>", "</del>"), VerdictWrong, "struck out"},
	{"<s>", "html", around("<s>", "</s>"), VerdictWrong, "struck out"},
	{"<strike>", "html", around("<strike>", "</strike>"), VerdictWrong, "struck out"},
	{"hidden", "html", around("<span hidden>", "</span>"), VerdictWrong, "hidden"},
	{"popover", "html", around("<span popover>", "</span>"), VerdictWrong, "popover"},
	{"<template>", "html", around("<template>", "</template>"), VerdictWrong, "template"},
	{"<noscript>", "html", around("<noscript>", "</noscript>"), VerdictWrong, "noscript"},
	{"<dialog>", "html", around("<dialog>", "</dialog>"), VerdictWrong, "dialog"},
	{"<details>", "html", around("<details><summary>x</summary>", "</details>"), VerdictWrong, "details"},
	{"a comment", "html", around("<!-- ", "-->"), VerdictWrong, "comment"},
	{"display none", "html", around(`<span style="display:none">`, "</span>"), VerdictWrong, "display"},
	{"display none, important", "html", around(`<span style="DISPLAY : none !important">`, "</span>"), VerdictWrong, "DISPLAY"},
	{"visibility", "html", around(`<span style="visibility:hidden">`, "</span>"), VerdictWrong, "visibility"},
	{"opacity", "html", around(`<span style="opacity:0">`, "</span>"), VerdictWrong, "opacity"},
	{"nearly no opacity", "html", around(`<span style="opacity:.05">`, "</span>"), VerdictWrong, "opacity"},
	{"font size 0", "html", around(`<span style="font-size:0">`, "</span>"), VerdictWrong, "font-size"},
	{"font size 1px", "html", around(`<span style="font-size:1px">`, "</span>"), VerdictWrong, "font-size"},
	{"font 0", "html", around(`<span style="font:0/0 a">`, "</span>"), VerdictWrong, "font"},
	{"white letters", "html", around(`<span style="color:#fff">`, "</span>"), VerdictWrong, "color"},
	{"letters like paper", "html", around(`<span style="color:#fdfdfb">`, "</span>"), VerdictWrong, "color"},
	{"letters like paper by a variable", "html", around(`<span style="color:var(--paper)">`, "</span>"), VerdictWrong, "color"},
	{"transparent letters", "html", around(`<span style="color:transparent">`, "</span>"), VerdictWrong, "transparent"},
	{"transparent letters, rgba", "html", around(`<span style="color:rgba(0,0,0,0)">`, "</span>"), VerdictWrong, "rgba"},
	{"pale letters, hsl", "html", around(`<span style="color:hsl(60,33%,97%)">`, "</span>"), VerdictWrong, "hsl"},
	{"black on black", "html", around(`<span style="color:black;background:black">`, "</span>"), VerdictWrong, "black"},
	{"<font color>", "html", around(`<font color="white">`, "</font>"), VerdictWrong, "white"},
	{"off the screen", "html", around(`<span style="position:absolute;left:-9999px">`, "</span>"), VerdictWrong, "9999"},
	{"indented away", "html", around(`<span style="text-indent:-9999px;display:inline-block">`, "</span>"), VerdictWrong, "9999"},
	{"margin away", "html", around(`<span style="margin-left:-9999px">`, "</span>"), VerdictWrong, "9999"},
	{"clipped", "html", around(`<span style="position:absolute;clip:rect(0,0,0,0)">`, "</span>"), VerdictWrong, "clip"},
	{"clip path", "html", around(`<span style="clip-path:inset(50%)">`, "</span>"), VerdictWrong, "clip"},
	{"no width", "html", around(`<span style="display:inline-block;width:0;overflow:hidden">`, "</span>"), VerdictWrong, "width"},
	{"scaled away", "html", around(`<span style="display:inline-block;transform:scale(0)">`, "</span>"), VerdictWrong, "scale"},
	{"struck out by a style", "html", around(`<span style="text-decoration:line-through">`, "</span>"), VerdictWrong, "line-through"},
	{"turned round", "html", around(`<bdo dir="rtl">`, "</bdo>"), VerdictWrong, "bdo"},
	{"capitals", "html", around(`<span style="text-transform:uppercase">`, "</span>"), VerdictWrong, "uppercase"},
	{"a class that hides", "html", styled(".z{display:none}", `<i class="z">`, "</i>"), VerdictWrong, "display:none"},
	{"an id that hides", "html", styled("#z{display:none}", `<i id="z">`, "</i>"), VerdictWrong, "display:none"},
	{"an attribute that hides", "html", styled("[data-z]{font-size:0}", `<i data-z="1">`, "</i>"), VerdictWrong, "font-size"},
	{"a type that hides", "html", styled("blockquote p > i{visibility:hidden}", "<i>", "</i>"), VerdictWrong, "visibility"},
	{"an n-th child that hides", "html", styled("p i:nth-child(1){opacity:0}", "<i>", "</i>"), VerdictWrong, "opacity"},
	{"a media rule that hides", "html", styled("@media screen{.z{display:none}}", `<i class="z">`, "</i>"), VerdictWrong, "@media"},
	{"an import", "html", css(`@import "https://evil.example/x.css";`), VerdictWrong, "@import"},
	{"a style sheet beside", "html", once("<style>", `<link rel="stylesheet" href="https://evil.example/x.css"><style>`), VerdictWrong, "style sheet"},
	{"::after", "html", css(`blockquote p::after{content:" Not."}`), VerdictWrong, "Not."},
	{":before", "html", css(`figcaption:before{content:"False: "}`), VerdictWrong, "False"},
	{"content of an element", "html", css(`blockquote p{content:"x"}`), VerdictWrong, "content"},
	{"a variable of the style", "html", once("--ink: #1a1a1a", "--ink: #fdfdfb"), VerdictWrong, "--ink"},
	{"all figures hidden", "html", css("figure{display:none}"), VerdictEdited, "figure"},
	{"all silences hidden", "html", css(".silence{display:none}"), VerdictEdited, "silence"},
	{"all notes in white", "html", css(".note{color:white}"), VerdictEdited, "note"},
	{"the style replaced", "html", func(_, s string) string {
		return regexp.MustCompile(`(?s)<style>.*</style>`).ReplaceAllString(s, "<style>p{font-size:0}</style>")
	}, VerdictEdited, "font-size"},
	{"a figure hidden", "html", onFigure("hidden"), VerdictEdited, "In comments"},
	{"a figure hidden by a style", "html", onFigure(`style="display:none"`), VerdictEdited, "In comments"},
	{"a figure without height", "html", onFigure(`style="height:0;overflow:hidden"`), VerdictEdited, "In comments"},
	{"a figure in a comment", "html", func(_, s string) string {
		return regexp.MustCompile(`(?s)<figure>\s*<blockquote dir="auto"><p>“In comments.*?</figure>`).ReplaceAllString(s, "<!--$0-->")
	}, VerdictEdited, "In comments"},
	{"a script", "html", once("</body>", `<script>document.body.textContent="x"</script></body>`), VerdictWrong, "script"},
	{"a script in the head", "html", once("</head>", `<script src="x.js"></script></head>`), VerdictWrong, "script"},
	{"a script on an event", "html", once("<body>", `<body onload="x()">`), VerdictWrong, "onload"},
	{"a frame", "html", inBody(`<iframe src="https://evil.example"></iframe>`), VerdictWrong, "iframe"},
	{"an object", "html", inBody(`<object data="x.svg"></object>`), VerdictWrong, "object"},
	{"an embed", "html", inBody(`<embed src="x.svg">`), VerdictWrong, "embed"},
	{"a drawing", "html", inBody(`<svg><text>None of this is true</text></svg>`), VerdictWrong, "svg"},
	{"a picture", "html", inBody(`<img src="x.png" alt="None">`), VerdictEdited, "img"},
	{"a picture in a quotation", "html", around(`<img src="x.png">`, ""), VerdictWrong, "img"},
	{"a field", "html", around(`<input value="some">`, ""), VerdictWrong, "input"},
	{"a canvas", "html", inBody(`<canvas></canvas>`), VerdictWrong, "canvas"},
	{"<base>", "html", once("<title>", `<base href="https://evil.example/"><title>`), VerdictWrong, "base"},
	{"a refresh", "html", once("<title>", `<meta http-equiv="refresh" content="0;url=https://evil.example"><title>`), VerdictWrong, "leads to another"},
	{"a link that leads elsewhere", "html", once(`href="https://www.middleeasteye.net`, `href="https://evil.example`), VerdictWrong, "evil.example"},
	{"all links lead elsewhere", "html", swap(`href="https://www.middleeasteye.net`, `href="https://evil.example`), VerdictWrong, "evil.example"},
	{"a link with a script", "html", once(`href="https://www.middleeasteye.net/node/245156"`, `href="javascript:x()"`), VerdictWrong, "javascript"},
	{"a link put in", "html", around(`<a href="https://evil.example">`, "</a>"), VerdictEdited, "evil.example"},
	{"the title of the window", "html", once("<title>Talks in", "<title>Failed talks in"), VerdictEdited, "Failed"},
	{"a shadow", "html", once(`<blockquote dir="auto">`, `<blockquote dir="auto"><template shadowrootmode="open">None of this</template>`), VerdictWrong, "template"},
	{"a quotation in a heading", "html", once("<h2 dir", `<h3 dir`), VerdictEdited, "heading"},
}

// run puts properties on the "no" of a quotation in a docx file.
func run(properties string) func(format, file string) string {
	return func(_, file string) string {
		return strings.Replace(file, withNo, `there were </w:t></w:r><w:r><w:rPr>`+properties+`</w:rPr><w:t xml:space="preserve">no </w:t></w:r><w:r><w:t xml:space="preserve">patients there.`, 1)
	}
}

// paragraph puts properties on the paragraph of a quotation.
func paragraph(properties string) func(format, file string) string {
	return func(_, file string) string {
		i := strings.Index(file, "“In comments")
		if i < 0 {
			return file
		}
		i = strings.LastIndex(file[:i], `<w:pStyle w:val="Quote"/>`) + len(`<w:pStyle w:val="Quote"/>`)
		return file[:i] + properties + file[i:]
	}
}

const quoteStyle = `<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/>`

// styleOf adds properties to the style of quotations.
func styleOf(properties string) func(format, file string) string {
	return func(_, file string) string {
		i := strings.Index(file, quoteStyle)
		if i < 0 {
			return file
		}
		j := i + strings.Index(file[i:], "</w:style>")
		return file[:j] + properties + file[j:]
	}
}

func inWord(markup string) func(format, file string) string {
	return once("<w:body>", "<w:body>"+markup)
}

// wordLooks are what can be done to a docx file so that its reader sees something else than it says.
var wordLooks = []tampering{
	{"struck out", "docx", run("<w:strike/>"), VerdictWrong, "line through"},
	{"struck out twice", "docx", run("<w:dstrike/>"), VerdictWrong, "line through"},
	{"vanished", "docx", run("<w:vanish/>"), VerdictWrong, "hidden"},
	{"white", "docx", run(`<w:color w:val="FFFFFF"/>`), VerdictWrong, "FFFFFF"},
	{"nearly white", "docx", run(`<w:color w:val="FEFEFA"/>`), VerdictWrong, "FEFEFA"},
	{"black on black", "docx", run(`<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>`), VerdictWrong, "000000"},
	{"black on black by a marker", "docx", run(`<w:color w:val="000000"/><w:highlight w:val="black"/>`), VerdictWrong, "black"},
	{"tiny", "docx", run(`<w:sz w:val="2"/>`), VerdictWrong, "size"},
	{"narrow", "docx", run(`<w:w w:val="1"/>`), VerdictWrong, "width"},
	{"capitals", "docx", run(`<w:caps/>`), VerdictWrong, "capitals"},
	{"a font of signs", "docx", run(`<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`), VerdictWrong, "font of signs"},
	{"transparent", "docx", run(`<w14:textFill xmlns:w14="urn:x"><w14:noFill/></w14:textFill>`), VerdictWrong, "transparent"},
	{"a style of letters that hides", "docx", func(f, s string) string {
		s = strings.Replace(s, "</w:styles>", `<w:style w:type="character" w:styleId="Z"><w:name w:val="Z"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`, 1)
		return run(`<w:rStyle w:val="Z"/>`)(f, s)
	}, VerdictWrong, "hidden"},
	{"quotations struck out by their style", "docx", styleOf("<w:rPr><w:strike/></w:rPr>"), VerdictEdited, "line through"},
	{"quotations white by their style", "docx", styleOf(`<w:rPr><w:color w:val="FFFFFF"/></w:rPr>`), VerdictEdited, "FFFFFF"},
	{"all white", "docx", once("<w:rPrDefault><w:rPr>", `<w:rPrDefault><w:rPr><w:color w:val="FFFFFF"/>`), VerdictWrong, "FFFFFF"}, // but for the links, which then stand alone
	{"notes tiny by their style", "docx", once(`<w:name w:val="Note"/>`, `<w:name w:val="Note"/><w:rPr><w:sz w:val="1"/></w:rPr>`), VerdictEdited, "size"},
	{"a quotation out of the page", "docx", paragraph(`<w:framePr w:x="-20000" w:y="1"/>`), VerdictEdited, "frame"},
	{"a quotation indented away", "docx", paragraph(`<w:ind w:left="31000"/>`), VerdictEdited, "indent"},
	{"a quotation without height", "docx", paragraph(`<w:spacing w:line="1" w:lineRule="exact"/>`), VerdictEdited, "height"},
	{"a tracked removal", "docx", func(_, s string) string {
		return strings.Replace(s, withNo, `there were </w:t></w:r><w:del w:author="x"><w:r><w:delText xml:space="preserve">no </w:delText></w:r></w:del><w:r><w:t xml:space="preserve">patients there.`, 1)
	}, VerdictWrong, "tracked change"},
	{"a tracked addition", "docx", func(_, s string) string {
		return strings.Replace(s, withPut, `denied that </w:t></w:r><w:ins w:author="x"><w:r><w:t xml:space="preserve">nearly </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">any patients were present.`, 1)
	}, VerdictWrong, "nearly"},
	{"a tracked removal of a quotation", "docx", func(_, s string) string {
		return strings.NewReplacer(`<w:r><w:t xml:space="preserve">“In comments`, `<w:del><w:r><w:t xml:space="preserve">“In comments`,
			`were present.”</w:t></w:r>`, `were present.”</w:t></w:r></w:del>`).Replace(s)
	}, VerdictWrong, "tracked change"},
	{"a text box", "docx", inWord(`<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>None of this is true</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>`), VerdictWrong, "None of this"},
	{"a shape over the words", "docx", inWord(`<w:p><w:r><w:drawing><wp:anchor xmlns:wp="urn:x"/></w:drawing></w:r></w:p>`), VerdictWrong, "cover"},
	{"a picture", "docx", inWord(`<w:p><w:r><w:drawing><wp:inline xmlns:wp="urn:x"/></w:drawing></w:r></w:p>`), VerdictEdited, "picture"},
	{"another document in it", "docx", inWord(`<w:altChunk/>`), VerdictWrong, "altChunk"},
	{"a field that shows other words", "docx", inWord(`<w:p><w:fldSimple w:instr=" INCLUDETEXT x "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>`), VerdictWrong, "INCLUDETEXT"},
	{"a field in pieces", "docx", inWord(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DOCVARIABLE x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`), VerdictWrong, "DOCVARIABLE"},
	{"a link that leads elsewhere", "docx", once(`Target="https://www.middleeasteye.net/node/245156"`, `Target="https://evil.example/"`), VerdictWrong, "evil.example"},
	{"a link of the list that leads elsewhere", "docx", once(`Target="https://gossipdad.com/`, `Target="https://gossipdad.example/`), VerdictWrong, "gossipdad.example"},
	{"a footer", "docx", once(`<w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`, `<w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>None of this is true</w:t></w:r></w:p></w:ftr>`), VerdictEdited, "None of this"},
	{"a page coloured like letters", "docx", once("<w:body>", `<w:background w:color="1A1A1A"/><w:body>`), VerdictWrong, "coloured"},
	{"a sign of a font", "docx", func(_, s string) string {
		return strings.Replace(s, withNo, `there were </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F04E"/></w:r><w:r><w:t xml:space="preserve"> patients there.`, 1)
	}, VerdictWrong, "patients"},
	{"a heading is none", "docx", once(`<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Normal"/>`), VerdictEdited, "no heading"},
	{"words over the words", "docx", func(_, s string) string {
		return strings.Replace(s, withNo, `there were </w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>not</w:t></w:r></w:rt><w:rubyBase><w:r><w:t xml:space="preserve">no </w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t xml:space="preserve">patients there.`, 1)
	}, VerdictEdited, "small signs"},
}

// markdownLooks are what Markdown can hide or show.
var markdownLooks = []tampering{
	{"struck out", "md", swap("were no patients", "were ~~no~~ patients"), VerdictWrong, "struck out"},
	{"<del>", "md", around("<del>", "</del>"), VerdictWrong, "struck out"},
	{"a comment in a quotation", "md", around("<!--", "-->"), VerdictWrong, "comment"},
	{"a quotation in a comment", "md", func(_, s string) string {
		return regexp.MustCompile(`(?m)^> \*\*Gossip Dad.*$`).ReplaceAllString(s, "<!-- $0 -->")
	}, VerdictEdited, "In comments"},
	{"hidden by a style", "md", around(`<span style="display:none">`, "</span>"), VerdictWrong, "display"},
	{"hidden", "md", around("<span hidden>", "</span>"), VerdictWrong, "hidden"},
	{"a style", "md", once("## The", "<style>blockquote::after{content:\"Not.\"}</style>\n\n## The"), VerdictWrong, "Not."},
	{"a script", "md", once("## The", "<script>x()</script>\n\n## The"), VerdictWrong, "script"},
	{"a picture", "md", once("## The", "![x](y.png)\n\n## The"), VerdictEdited, "img"},
	{"a picture in a quotation", "md", around("![x](y.png)", ""), VerdictWrong, "img"},
	{"a link that leads elsewhere", "md", once("<https://www.middleeasteye.net/node/245156>", "[https://www.middleeasteye.net/node/245156](https://evil.example)"), VerdictWrong, "evil.example"},
	{"a link of the list that leads elsewhere", "md", last("<https://gossipdad.com/ukraine-claims-that-discussions-with-russia-in-turkey-failed-to-result-in-a-ceasefire/>", "[https://gossipdad.com/ukraine-claims-that-discussions-with-russia-in-turkey-failed-to-result-in-a-ceasefire/](https://evil.example)"), VerdictWrong, "evil.example"},
	{"footnotes change places", "md", func(_, s string) string {
		return strings.NewReplacer("present.”[^2]", "present.”[^3]", "base.”[^3]", "base.”[^2]").Replace(s)
	}, VerdictWrong, "moved to another outlet"},
	{"a footnote of no use", "md", once("[^6]:", "[^9]: None of this is true.\n\n[^6]:"), VerdictEdited, "footnote 9"},
	{"a footnote is gone", "md", func(_, s string) string {
		return regexp.MustCompile(`(?m)^\[\^2\]:.*\n`).ReplaceAllString(s, "")
	}, VerdictUnchecked, "no citation"},
	{"a quotation as code", "md", once("> **Gossip", "      **Gossip"), VerdictEdited, "In comments"},
}

// dataLooks are what can be done to annotations so that a program reads what a person does not.
var dataLooks = []tampering{
	{"the selected words", "json", once(`"exact": "Asked about`, `"exact": "Asket about`), VerdictWrong, "Asket"},
	{"the selected words are others of the source", "json", func(_, s string) string {
		return regexp.MustCompile(`"exact": "Asked about[^"]*"`).ReplaceAllString(s, `"exact": "Kuleba"`)
	}, VerdictWrong, "Kuleba"},
	{"the words before", "json", once(`"prefix": "o continue`, `"prefix": "o kontinue`), VerdictWrong, "around"},
	{"the words behind", "json", once(`"suffix": "\nUkraine has`, `"suffix": "\nUkraine had`), VerdictWrong, "around"},
	{"where it begins", "json", once(`"start": 1390`, `"start": 1391`), VerdictWrong, "position"},
	{"the source that is selected in", "json", once(`"source": "https://www.middleeasteye.net/node/245156"`, `"source": "https://evil.example/"`), VerdictWrong, "evil.example"},
	{"the hash of a source", "json", once(`"schema:sha256": "72c5`, `"schema:sha256": "72c6`), VerdictWrong, "72c6"},
	{"the text's hash of a source", "json", once(`"id": "ni:///sha-256;`, `"id": "ni:///sha-256;x`), VerdictWrong, "SHA-256"},
	{"the outlet of a source", "json", once(`"schema:publisher": "Press TV"`, `"schema:publisher": "NBC"`), VerdictWrong, "NBC"},
	{"the title of a source", "json", once(`"schema:headline": "Russia-Ukraine war`, `"schema:headline": "The war`), VerdictWrong, "The war"},
	{"the date of a source", "json", once(`"schema:datePublished": "2022-03-11"`, `"schema:datePublished": "2022-03-12"`), VerdictWrong, "2022-03-12"},
	{"the address of a source", "json", once(`"schema:url": "https://global`, `"schema:url": "https://evil`), VerdictWrong, "evil"},
	{"the file of a source", "json", once(`"schema:name": "press-tv.txt"`, `"schema:name": "china-daily.txt"`), VerdictWrong, "china-daily.txt"},
	{"who made a note", "json", once(`"name": "A. Reader"`, `"name": "B. Writer"`), VerdictEdited, "B. Writer"},
	{"when a note was made", "json", once(`"created": "2022-03-12`, `"created": "2022-03-13`), VerdictEdited, "2022-03-13"},
	{"when it was changed", "json", once(`"modified": "2022-03-12`, `"modified": "2022-03-13`), VerdictEdited, "2022-03-13"},
	{"how many there are", "json", once(`"total": 11`, `"total": 12`), VerdictEdited, "12"},
	{"the id of an annotation", "json", once(`"id": "urn:uuid:8034c687`, `"id": "urn:uuid:9034c687`), VerdictEdited, "9034c687"},
	{"a value put in", "json", once(`"type": "AnnotationCollection",`, `"type": "AnnotationCollection", "summary": "None of this",`), VerdictEdited, "None of this"},
	{"a motivation", "json", once(`"motivation": "assessing"`, `"motivation": "replying"`), VerdictEdited, "replying"},
	{"a key twice", "json", once(`"label": "Talks`, `"label": "Failed talks", "label": "Talks`), "refused", "twice"},
}
