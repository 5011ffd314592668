"""The figures N1-N36 of the source reports as a reader must find them, written by hand in every language.

`~` stands for a no-break space. A tuple holds several phrases, all of which must be there.
"""

TUYEN_QUANG, DIEN_BIEN, COUNTRY = "tuyen-quang-2024-06-10", "dien-bien-2024-h1", "country-2024-07-10"
LANGUAGES = ("vi", "en", "pl", "hi", "cs", "uk")

type Phrases = str | tuple[str, ...]

FIGURES: dict[str, tuple[str, dict[str, Phrases]]] = {
    "N1": (TUYEN_QUANG, {
        "vi": "Còn 19 bộ, ngành, địa phương chưa báo cáo",
        "en": "19 ministries, sectors and provinces have not reported",
        "pl": "nie złożyło 19 ministerstw, resortów i prowincji",
        "hi": "19 मंत्रालयों, विभागों और प्रांतों ने",
        "cs": "nepodalo 19 ministerstev, resortů a provincií",
        "uk": "не прозвітувало 19 міністерств, галузей і провінцій",
    }),
    "N2": (TUYEN_QUANG, {
        "vi": "20,5~tỷ đô la Mỹ", "en": "20.5~billion US dollars", "pl": "20,5~mld dolarów USA",
        "hi": "20.5~बिलियन अमेरिकी डॉलर", "cs": "20,5~miliardy amerických dolarů", "uk": "20,5~млрд доларів США",
    }),
    "N3": (TUYEN_QUANG, {
        "vi": "dự báo năm 2025: 30,5~tỷ đô la Mỹ", "en": "forecast for 2025: 30.5~billion US dollars",
        "pl": "prognoza na 2025 r.: 30,5~mld dolarów USA", "hi": "2025 का पूर्वानुमान: 30.5~बिलियन अमेरिकी डॉलर",
        "cs": "prognóza na rok 2025: 30,5~miliardy amerických dolarů",
        "uk": "прогноз на 2025 рік: 30,5~млрд доларів США",
    }),
    "N4": (TUYEN_QUANG, {
        "vi": ("18/CT-TTg", "30/05/2023"), "en": ("18/CT-TTg", "30 May 2023"), "pl": ("18/CT-TTg", "30 maja 2023"),
        "hi": ("18/CT-TTg", "30 मई 2023"), "cs": ("18/CT-TTg", "30. května 2023"),
        "uk": ("18/CT-TTg", "30 травня 2023"),
    }),
    "N5": (TUYEN_QUANG, {
        "vi": ("56/CĐ-TTg", "nguồn ghi 26/06/2024; đúng là 06/06/2024"),
        "en": ("56/CĐ-TTg", "the source reads 26 June 2024; correct is 6 June 2024"),
        "pl": ("56/CĐ-TTg", "podano 26 czerwca 2024 roku; poprawnie: 6 czerwca 2024 roku"),
        "hi": ("56/CĐ-TTg", "26 जून 2024 लिखा है; सही है 6 जून 2024"),
        "cs": ("56/CĐ-TTg", "uvádí 26. června 2024; správně je 6. června 2024"),
        "uk": ("56/CĐ-TTg", "зазначено 26 червня 2024 року; правильно – 6 червня 2024 року"),
    }),
    "N6": (TUYEN_QUANG, {
        "vi": "61 nhóm nhiệm vụ", "en": "61 task groups", "pl": "61 grup zadań", "hi": "61 कार्य समूह",
        "cs": "61 skupin úkolů", "uk": "61 групу завдань",
    }),
    "N7": (TUYEN_QUANG, {
        "vi": "34 nhiệm vụ của năm 2023", "en": "performed regularly – 34", "pl": "z 2023 r. – 34",
        "hi": "नियमित कार्य – 34", "cs": "pravidelně plněno – 34", "uk": "виконується регулярно – 34",
    }),
    "N8": (TUYEN_QUANG, {
        "vi": "27 nhiệm vụ của năm 2024", "en": "being implemented – 27", "pl": "z 2024 r. – 27",
        "hi": "कार्यान्वयनाधीन कार्य – 27", "cs": "v realizaci – 27", "uk": "виконується – 27",
    }),
    "N9": (TUYEN_QUANG, {
        "vi": "5 nhóm", "en": "in 5 groups", "pl": "w 5 grupach", "hi": "5 समूहों में", "cs": "v 5 skupinách",
        "uk": "у 5 групах",
    }),
    "N10": (TUYEN_QUANG, {
        "vi": ("2022–2025", "Tầm nhìn của Đề án 06: 2030"), "en": ("2022–2025", "Vision of Project 06: 2030"),
        "pl": ("2022–2025", "Perspektywa Projektu 06: 2030"), "hi": ("2022–2025", "2030"),
        "cs": ("2022–2025", "rok 2030"), "uk": ("2022–2025", "2030 рік"),
    }),
    "N11": (DIEN_BIEN, {
        "vi": "hoàn thành 100%", "en": "100% completed", "pl": "wykonano w 100%", "hi": "100% पूरा",
        "cs": "dokončeno 100~%", "uk": "виконано на 100%",
    }),
    "N12": (DIEN_BIEN, {
        "vi": "80,76%, tăng 36,7~điểm phần trăm so với năm 2023 (khi đó là 44,06%)",
        "en": "80.76%, 36.7~percentage points more than in 2023 (44.06% then)",
        "pl": "80,76% – o 36,7~punktu procentowego więcej niż w 2023 r. (wówczas 44,06%)",
        "hi": "80.76% तक पहुँचे, जो 2023 की तुलना में 36.7~प्रतिशत अंक अधिक है (तब 44.06%)",
        "cs": "80,76~%, o 36,7~procentního bodu více než v roce 2023 (tehdy 44,06~%)",
        "uk": "80,76%, що на 36,7~відсоткового пункту більше, ніж у 2023 році (тоді 44,06%)",
    }),
    "N13": (DIEN_BIEN, {
        "vi": "91,22%, tăng 53,34~điểm phần trăm so với năm 2023 (khi đó là 37,88%)",
        "en": "91.22%, 53.34~percentage points more than in 2023 (37.88% then)",
        "pl": "91,22% – o 53,34~punktu procentowego więcej niż w 2023 r. (wówczas 37,88%)",
        "hi": "91.22% तक पहुँचे, जो 2023 की तुलना में 53.34~प्रतिशत अंक अधिक है (तब 37.88%)",
        "cs": "91,22~%, o 53,34~procentního bodu více než v roce 2023 (tehdy 37,88~%)",
        "uk": "91,22%, що на 53,34~відсоткового пункту більше, ніж у 2023 році (тоді 37,88%)",
    }),
    "N14": (DIEN_BIEN, {
        "vi": "97,7%", "en": "97.7%", "pl": "97,7%", "hi": "97.7%", "cs": "97,7~%", "uk": "97,7%",
    }),
    "N15": (DIEN_BIEN, {
        "vi": "một số địa bàn đạt 100%", "en": "some areas reach 100%", "pl": "niektóre obszary osiągają 100%",
        "hi": "कुछ क्षेत्रों में 100%", "cs": "některé oblasti dosahují 100~%", "uk": "окремі території досягли 100%",
    }),
    "N16": (DIEN_BIEN, {
        "vi": "25 dịch vụ công thiết yếu", "en": "25 essential public services",
        "pl": "25 podstawowych usług publicznych", "hi": "25 आवश्यक सार्वजनिक सेवाओं",
        "cs": "25 základních veřejných služeb", "uk": "25 основних публічних послуг",
    }),
    "N17": (COUNTRY, {
        "vi": "Trong 656 nhiệm vụ theo lộ trình: đã hoàn thành 244",
        "en": "Of 656 tasks on the roadmap: completed – 244",
        "pl": "Na 656 zadań w harmonogramie: ukończone – 244", "hi": "656 कार्यों में: पूरे – 244",
        "cs": "Z 656 úkolů v harmonogramu: splněno – 244", "uk": "Із 656 завдань дорожньої карти: виконано – 244",
    }),
    "N18": (COUNTRY, {
        "vi": "thực hiện thường xuyên 122", "en": "performed regularly – 122", "pl": "wykonywane regularnie – 122",
        "hi": "नियमित – 122", "cs": "pravidelně plněno – 122", "uk": "виконується регулярно – 122",
    }),
    "N19": (COUNTRY, {
        "vi": ("đang triển khai 38", "252 nhiệm vụ còn lại"), "en": ("being carried out – 38", "remaining 252 tasks"),
        "pl": ("w trakcie realizacji – 38", "pozostałych 252 zadań"), "hi": ("कार्यान्वयनाधीन – 38", "शेष 252 कार्यों"),
        "cs": ("v realizaci – 38", "zbývajících 252 úkolů"), "uk": ("на стадії виконання – 38", "решти 252 завдань"),
    }),
    "N20": (COUNTRY, {
        "vi": "trên 4.500 dịch vụ", "en": "more than 4,500 services", "pl": "ponad 4~500 usług",
        "hi": "4,500 से अधिक सेवाएँ", "cs": "více než 4~500 služeb", "uk": "понад 4~500 послуг",
    }),
    "N21": (COUNTRY, {
        "vi": "16,39~triệu tài khoản", "en": "16.39~million accounts", "pl": "16,39~mln kont",
        "hi": "16.39~मिलियन खाते", "cs": "16,39~milionu účtů", "uk": "16,39~млн облікових записів",
    }),
    "N22": (COUNTRY, {
        "vi": "328~triệu hồ sơ", "en": "328~million dossiers", "pl": "328~mln spraw", "hi": "328~मिलियन फ़ाइलें",
        "cs": "328~milionů spisů", "uk": "328~млн справ",
    }),
    "N23": (COUNTRY, {
        "vi": "28,8~triệu giao dịch", "en": "28.8~million transactions", "pl": "28,8~mln transakcji",
        "hi": "28.8~मिलियन लेनदेन", "cs": "28,8~milionu transakcí", "uk": "28,8~млн операцій",
    }),
    "N24": (COUNTRY, {
        "vi": ("tổng giá trị 14.528~tỷ đồng", "nguồn ghi 14,528~tỷ đồng; đúng là 14.528~tỷ đồng"),
        "en": ("worth 14,528~billion VND", "reads 14.528~billion VND; correct is 14,528~billion VND"),
        "pl": ("wartości 14~528~mld dongów", "podano 14,528~mld dongów; poprawnie: 14~528~mld dongów"),
        "hi": ("कुल मूल्य 14,528~बिलियन डोंग", "14.528~बिलियन डोंग लिखा है; सही है 14,528~बिलियन डोंग"),
        "cs": ("hodnotě 14~528~miliard dongů", "uvádí 14,528~miliardy dongů; správně je 14~528~miliard dongů"),
        "uk": ("на суму 14~528~млрд донгів", "зазначено 14,528~млрд донгів; правильно – 14~528~млрд донгів"),
    }),
    "N25": (COUNTRY, {
        "vi": "63/63 (tăng 14 so với cuối năm 2023, khi đó là 49)",
        "en": "63/63 (14 more than at the end of 2023, when there were 49)",
        "pl": "63/63 (o 14 więcej niż na koniec 2023 r., kiedy było ich 49)",
        "hi": "63/63 (2023 के अंत से 14 अधिक, तब 49 थे)",
        "cs": "63/63 (o 14 více než na konci roku 2023, kdy jich bylo 49)",
        "uk": "63/63 (на 14 більше, ніж на кінець 2023 року, коли їх було 49)",
    }),
    "N26": (COUNTRY, {
        "vi": "15/63 (tăng 2 so với cuối năm 2023, khi đó là 13)",
        "en": "15/63 (2 more than at the end of 2023, when there were 13)",
        "pl": "15/63 (o 2 więcej niż na koniec 2023 r., kiedy było ich 13)",
        "hi": "15/63 (2023 के अंत से 2 अधिक, तब 13 थे)",
        "cs": "15/63 (o 2 více než na konci roku 2023, kdy jich bylo 13)",
        "uk": "15/63 (на 2 більше, ніж на кінець 2023 року, коли їх було 13)",
    }),
    "N27": (COUNTRY, {
        "vi": "ước tăng 22,4%", "en": "By estimate, the digital economy grew by 22.4%",
        "pl": "wzrosła w tym okresie o 22,4%",
        "hi": "डिजिटल अर्थव्यवस्था 22.4% बढ़ी", "cs": "podle odhadu vzrostla o 22,4~%", "uk": "зросла на 22,4%",
    }),
    "N28": (COUNTRY, {
        "vi": "ước đạt 18,3%", "en": "estimated at 18.3%", "pl": "szacuje się na 18,3%", "hi": "अनुमानतः 18.3%",
        "cs": "odhaduje na 18,3~%", "uk": "оцінюють у 18,3%",
    }),
    "N29": (COUNTRY, {
        "vi": "1,9~triệu tỷ đồng, tăng 26%", "en": "1.9~quadrillion VND, 26% more",
        "pl": "1,9~biliarda dongów – o 26% więcej",
        "hi": ("1.9~क्वाड्रिलियन डोंग", "26% अधिक"), "cs": "1,9~biliardy dongů, o 26~% více",
        "uk": "1,9~квадрильйона донгів, що на 26% більше",
    }),
    "N30": (COUNTRY, {
        "vi": "87,08%, tăng 9,67~điểm phần trăm so với cuối năm 2023 (khi đó là 77,41%), vượt mục tiêu đến năm 2025",
        "en": "87.08%, 9.67~percentage points more than at the end of 2023 (77.41% then); the target for 2025",
        "pl": "87,08% – o 9,67~punktu procentowego więcej niż na koniec 2023 r. (wówczas 77,41%); cel na 2025 r.",
        "hi": "87.08%, जो 2023 के अंत से 9.67~प्रतिशत अंक अधिक है (तब 77.41%); 2025 का लक्ष्य",
        "cs": "87,08~%, o 9,67~procentního bodu více než na konci roku 2023 (tehdy 77,41~%); cíl pro rok 2025",
        "uk": "87,08%, що на 9,67~відсоткового пункту більше, ніж на кінець 2023 року (тоді 77,41%); ціль на 2025 рік",
    }),
    "N31": (COUNTRY, {
        "vi": "khoảng 687.000 hộ gia đình", "en": "about 687,000 households",
        "pl": "około 687~000 gospodarstw domowych",
        "hi": "लगभग 6,87,000 परिवार", "cs": "asi 687~000 domácností", "uk": "близько 687~000 домогосподарств",
    }),
    "N32": (COUNTRY, {
        "vi": "82,2%, tăng 2,6~điểm phần trăm (khi đó là 79,6%)",
        "en": "82.2%, 2.6~percentage points more (79.6% then)",
        "pl": "82,2% – o 2,6~punktu procentowego więcej (wówczas 79,6%)",
        "hi": "82.2% है, 2.6~प्रतिशत अंक अधिक (तब 79.6%)", "cs": "82,2~%, o 2,6~procentního bodu více (tehdy 79,6~%)",
        "uk": "82,2%, на 2,6~відсоткового пункту більше (тоді 79,6%)",
    }),
    "N33": (COUNTRY, {
        "vi": "trên 3,8~triệu thuê bao", "en": "more than 3.8~million subscribers", "pl": "ponad 3,8~mln abonentów",
        "hi": "3.8~मिलियन से अधिक ग्राहक", "cs": "více než 3,8~milionu účastníků", "uk": "понад 3,8~млн абонентів",
    }),
    "N34": (COUNTRY, {
        "vi": "84%, tăng 3,2~điểm phần trăm (khi đó là 80,8%)", "en": "84%, 3.2~percentage points more (80.8% then)",
        "pl": "84% – o 3,2~punktu procentowego więcej (wówczas 80,8%)",
        "hi": "84% है, 3.2~प्रतिशत अंक अधिक (तब 80.8%)", "cs": "84~%, o 3,2~procentního bodu více (tehdy 80,8~%)",
        "uk": "84%, на 3,2~відсоткового пункту більше (тоді 80,8%)",
    }),
    "N35": (COUNTRY, {
        "vi": "6 tháng", "en": "6 months", "pl": "6 miesięcy", "hi": "6 महीनों", "cs": "6 měsíců", "uk": "6 місяців",
    }),
    "N35 (one year)": (TUYEN_QUANG, {
        "vi": "1 năm thực hiện", "en": "1 year of implementation", "pl": "1 rok realizacji", "hi": "1 वर्ष",
        "cs": "1 rok plnění", "uk": "1 рік виконання",
    }),
    "N36": (TUYEN_QUANG, {
        "vi": "mỗi tháng một lần", "en": "once a month", "pl": "raz w miesiącu", "hi": "महीने में एक बार",
        "cs": "jednou měsíčně", "uk": "раз на місяць",
    }),
}  # fmt: skip
