package report

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// stories are a few sentences such as an outlet writes them, in the encodings that its files come in.
var stories = []struct {
	name     string
	encoding encoding.Encoding
	text     string
}{
	{"english quotes", charmap.Windows1252, "The mayor said: “We are ready.” It’s a start – no more.\nTalks go on…\n"},
	{"english pound", charmap.Windows1252, "The repairs will cost £5m, the council said, half of it this year.\n"},
	{"french", charmap.Windows1252, "Le ministre a déclaré jeudi que les négociations étaient suspendues. L’armée s’est retirée de la frontière après l’accord.\n"},
	{"german", charmap.Windows1252, "Die Ministerin sagte am Donnerstag, die Gespräche würden fortgesetzt. „Über die Brücke führt kein Weg zurück.“\n"},
	{"spanish", charmap.Windows1252, "El ministro dijo el jueves que la negociación continuará mañana. «No habrá más demora», añadió después de la reunión.\n"},
	{"polish", charmap.ISO8859_2, "Minister powiedział w czwartek, że rozmowy będą kontynuowane. Część mieszkańców wróciła już do domów, ponieważ wojska się wycofały.\n"},
	{"russian", charmap.Windows1251, "Министр заявил в четверг, что переговоры будут продолжены. Жители города вернулись домой после отхода войск.\n"},
	{"russian koi8", charmap.KOI8R, "Министр заявил в четверг, что переговоры будут продолжены. Жители города вернулись домой после отхода войск.\n"},
	{"greek", charmap.ISO8859_7, "Ο υπουργός δήλωσε την Πέμπτη ότι οι συνομιλίες θα συνεχιστούν. Οι κάτοικοι επέστρεψαν στα σπίτια τους.\n"},
	{"turkish", charmap.Windows1254, "Bakan perşembe günü görüşmelerin süreceğini söyledi. Şehrin sakinleri askerler çekildikten sonra evlerine döndü ve bekliyor.\n"},
	{"arabic", charmap.Windows1256, "قال الوزير يوم الخميس إن المحادثات ستستمر. عاد سكان المدينة إلى منازلهم بعد انسحاب القوات من المنطقة.\n"},
	{"japanese", japanese.ShiftJIS, "大臣は木曜日、協議は続くと述べた。住民は部隊が撤退したあと自宅に戻った。橋は通れるようになった。\n"},
	{"japanese euc", japanese.EUCJP, "大臣は木曜日、協議は続くと述べた。住民は部隊が撤退したあと自宅に戻った。橋は通れるようになった。\n"},
	{"korean", korean.EUCKR, "장관은 목요일 회담이 계속될 것이라고 말했다. 주민들은 군대가 철수한 뒤 집으로 돌아왔다. 다리는 다시 열렸다.\n"},
	{"chinese", simplifiedchinese.GB18030, "部长星期四表示，会谈将继续进行。部队撤离后，居民们返回了家园。这座桥已经重新开放，道路也通了。\n"},
	{"chinese big5", traditionalchinese.Big5, "部長星期四表示，會談將繼續進行。部隊撤離後，居民們返回了家園。這座橋已經重新開放，道路也通了。\n"},
	{"utf-16 le", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "Talks go on – “no break”.\n日本\n"},
	{"utf-16 be", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "Talks go on – “no break”.\n日本\n"},
	{"utf-32 le", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "Talks go on – “no break”.\n"},
	{"utf-32 be", utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "Talks go on – “no break”.\n"},
	{"utf-8", encoding.Nop, "Talks go on – “no break”.\n"},
	{"utf-8 mark", unicode.UTF8BOM, "Talks go on – “no break”.\n"},
}

func TestDecode(t *testing.T) {
	for _, s := range stories {
		t.Run(s.name, func(t *testing.T) {
			data, err := s.encoding.NewEncoder().Bytes([]byte(s.text))
			if err != nil {
				t.Fatal(err)
			}
			for range 5 { // the same each time, whichever recogniser answers first
				d, err := decode(data)
				if err != nil || d.text != s.text {
					t.Fatalf("%s: %q, %v; want %q", d.encoding, d.text, err, s.text)
				}
				checkMap(t, d.text, d.m, data)
			}
		})
	}
}

// checkMap checks what a Map says against text and file.
func checkMap(t *testing.T, text string, m *Map, file []byte) {
	t.Helper()
	if m == nil {
		return
	}
	end := 0
	for _, p := range m.pieces {
		if int(p.text) < end || p.textLen <= 0 || p.fileLen <= 0 || p.textEnd() > len(text) || p.file < 0 || p.fileEnd() > len(file) {
			t.Fatalf("piece %+v in a text of %d bytes, a file of %d, after %d", p, len(text), len(file), end)
		}
		end = p.textEnd()
		if got, ok := m.File(Span{int(p.text), end}); !ok || got != (Span{int(p.file), p.fileEnd()}) {
			t.Fatalf("piece %+v leads to %v, %v", p, got, ok)
		}
		if p.units == 0 && text[p.text:end] != string(file[p.file:p.fileEnd()]) {
			t.Fatalf("piece %+v: %q in the text, %q in the file", p, text[p.text:end], file[p.file:p.fileEnd()])
		}
	}
}

func TestDamagedUTF8(t *testing.T) {
	for in, want := range map[string]string{
		"“Talks” – go on. \xe2\x80":        "“Talks” – go on. ��", // cut short
		"caf\u00e9 na\u00efve \u00e0 \x93": "café naïve à �",      // pasted together
		"\xEF\xBB\xBF\xff":                 "�",                   // marked
	} {
		d, err := decode([]byte(in))
		if err != nil || d.text != want || d.encoding != "" {
			t.Errorf("%q is read as %q in %q, %v", in, d.text, d.encoding, err)
		}
		checkMap(t, d.text, d.m, []byte(in))
	}
	d, _ := decode([]byte("ab\xfféééc\n"))
	if file, ok := d.m.File(Span{len("ab\uFFFDé"), len("ab\uFFFDéé")}); !ok || file != (Span{5, 7}) {
		t.Errorf("behind a broken byte: %v %v", file, ok)
	}
}

func TestBinary(t *testing.T) {
	for _, in := range []string{"\x00", "text\x00", "%PDF\x00", strings.Repeat("\x01\x02a", 9), "\xFF\xFE\x00\x00\x00\x00\x00\x00"} {
		if d, err := decode([]byte(in)); err == nil || !strings.Contains(err.Error(), "binary content") {
			t.Errorf("%q is read as %q, %v", in, d.text, err)
		}
	}
	for _, in := range []string{"", "\n", "\x1b[31mred\x1b[m", "a\fb", "\r\n\t"} {
		if d, err := decode([]byte(in)); err != nil || d.text != in {
			t.Errorf("%q is read as %q, %v", in, d.text, err)
		}
	}
}
