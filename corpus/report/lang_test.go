package report

import "testing"

// TestToldLang: the language of a text is told from it, and left unknown where little can be told.
func TestToldLang(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The bridge over the river was closed on Wednesday after engineers had found cracks in two of its pillars, and it will stay closed for a month.",
		"de": "Die Brücke über den Fluss wurde am Mittwoch gesperrt, nachdem Ingenieure Risse in zwei Pfeilern gefunden hatten, und sie bleibt einen Monat lang zu.",
		"es": "El puente sobre el río fue cerrado el miércoles después de que los ingenieros hallaran grietas en dos de sus pilares, y seguirá cerrado un mes.",
		"fr": "Le pont sur la rivière a été fermé mercredi après que des ingénieurs eurent trouvé des fissures dans deux de ses piliers, et il restera fermé un mois.",
		"ru": "Мост через реку закрыли в среду, после того как инженеры нашли трещины в двух опорах, и он останется закрытым ещё месяц, сообщил губернатор. Жители левого берега жалуются, что теперь им приходится объезжать через соседний город, а паромы ходят только днём. Подрядчик обещает, что работы будут выполнены раньше срока, если позволит погода и если привезут бетон.",
		"uk": "Міст через річку закрили в середу, після того як інженери знайшли тріщини у двох опорах, і він залишиться закритим ще місяць, сказав міський голова.",
		"tr": "Nehrin üzerindeki köprü, mühendislerin iki ayağında çatlaklar bulmasının ardından çarşamba günü kapatıldı ve bir ay boyunca kapalı kalacak.",
		"ar": "أغلق الجسر فوق النهر يوم الأربعاء بعد أن وجد المهندسون شقوقا في اثنتين من دعائمه وسيبقى مغلقا لمدة شهر كما قال رئيس البلدية",
		"he": "הגשר מעל הנהר נסגר ביום רביעי לאחר שמהנדסים מצאו סדקים בשניים מעמודיו והוא יישאר סגור במשך חודש כך אמר ראש העיר",
		"zh": "工程师在两根桥墩上发现裂缝之后，河上的大桥于周三关闭，并将继续关闭一个月，市长说，居民们可以使用附近的渡船过河。",
		"ja": "技術者が二本の橋脚にひび割れを見つけたため、川に架かる橋は水曜日に閉鎖され、一か月間閉鎖されたままになると市長は述べた。",
		"":   "12 - 15 - 18",
	} {
		if got := toldLang(text).Value; got != want {
			t.Errorf("%q is told as %q, not %q", text[:min(40, len(text))], got, want)
		}
	}
}

// TestIsLang: what programs write for no language is none, so that the text tells it.
func TestIsLang(t *testing.T) {
	for tag, want := range map[string]bool{"en": true, "pt-BR": true, "zh_Hant": true, "ukr": true, "C": false, "und": false, "POSIX": false, "": false, "e1": false} {
		if isLang(tag) != want {
			t.Errorf("%q: %v", tag, !want)
		}
	}
}

// TestPlainlyEnglish: English that quotes another language is English; a text that only has the article is not told by it.
func TestPlainlyEnglish(t *testing.T) {
	for text, want := range map[string]bool{
		"The bridge over the river was closed on Wednesday after engineers had found cracks in two of the pillars, and the mayor said that it will stay closed.":                     true,
		"The zorban talked to the frelm. The mulvi sang. The gorbat fell. The plenka rose over dorvan milka suntra felbo hanta gorim delva sorna pilka.":                             false,
		"Le film The Bridge of the River a reçu un prix mercredi à Cannes, où le jury avait vu vingt films, dont trois de la région, selon les organisateurs du festival de cinéma.": false,
	} {
		if got := plainlyEnglish(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
