package statement

import (
	"strings"
	"testing"

	"parallax/corpus/report"
)

// TestTongues: sentences of many languages end where they end; "|" stands between them.
func TestTongues(t *testing.T) {
	for _, text := range []string{
		"Am 12. März sagte Dr. Weber, dass ca. 30 Häuser z. B. in Ahm beschädigt wurden.|Er nannte Nr. 4 »das war knapp.«|Dann ging er.",
		"El Sr. Gómez llegó a las 3 p. m. a la plaza.|¿Quién lo vio?|¡Nadie!|La Sra. Ruiz dijo: «No lo sé».|Después se fue.",
		"M. Dupont a dit : « Nous viendrons. »|Mme Roy est partie.|Est-ce vrai ?|Oui, selon l’art. 5 de la loi.",
		"Об этом сказал А. С. Петров.|Ущерб составил 5 млн руб. за день, т. е. много.|Жители ул. Ленина недовольны.",
		"Міст на вул. Шевченка закрили о 5 год. ранку.|Про це сказав В. О. Коваль.|Хто винен?",
		"Prof. Dr. Ali Kaya 3. köprüyü 12. Mart günü kapattı.|Kim kızdı?|Herkes kızdı.",
		"قال د. أحمد إن الجسر أغلق.|لماذا؟|لا أحد يعرف.",
		"אמר ד\"ר לוי שהגשר נסגר.|התושבים כועסים.",
		"桥梁已于周三关闭。|市长说：“我们会修好它。”|居民很生气！|为什么？",
		"橋は水曜日に閉鎖された。|市長は「すぐに直す。」と述べた。|住民は怒っている！",
	} {
		want := strings.Split(text, "|")
		sep := " "
		if strings.ContainsRune(text, '。') {
			sep = ""
		}
		set := Of([]report.Report{{Text: strings.Join(want, sep) + "\n"}}, 1)
		var got []string
		for i := range set.All {
			got = append(got, set.Text(ID(i)))
		}
		if strings.Join(got, "|") != text {
			t.Errorf("want %s\ngot  %s", text, strings.Join(got, "|"))
		}
	}
}
