"""The campaigns of the demonstration world: what they ask, and who is said to have answered. All answers are invented.

The published report of 10 June 2024 says that 19 ministries, sectors and localities had not reported on
network-security criteria. It does not say which. The 19 of the demonstration are chosen by a digest of their codes
and stand for nobody.
"""

import hashlib
from datetime import date

from project06.reporting.data import Audience, CampaignDraft, DueRule
from project06.reporting.enums import AudienceLevel, CampaignKind, DueUnit, Recurrence

NOT_REPORTED_2024 = 19
NETWORK_SECURITY = CampaignDraft(
    code="network-security-2024",
    kind=CampaignKind.NETWORK_SECURITY,
    titles={
        "vi": "Tiêu chí an toàn, an ninh mạng năm 2024 (đơn vị chưa báo cáo: mô phỏng)",
        "en": "Network-security criteria 2024 (who has not reported: simulated)",
        "pl": "Kryteria bezpieczeństwa sieci 2024 (kto nie zgłosił: symulacja)",
        "hi": "नेटवर्क सुरक्षा मानदंड 2024 (किसने रिपोर्ट नहीं की: काल्पनिक)",
        "cs": "Kritéria bezpečnosti sítí 2024 (kdo nenahlásil: simulace)",
        "uk": "Критерії безпеки мереж 2024 (хто не звітував: імітація)",
    },
    organiser="C06",
    act_number="1552/BTTTT-THH",
    act_date=date(2022, 4, 26),
    recurrence=Recurrence.ONCE,
    due=DueRule(amount=5, unit=DueUnit.WORKING_DAYS),
    audience=Audience(
        below="VN",
        kinds=("ministry", "ministerial_agency", "peoples_committee"),
    ),
    starts_on=date(2024, 5, 2),
    ends_on=date(2024, 6, 1),
)
CRITERIA = (
    {"code": "systems", "kind": "number", "unit": "", "labels": {
        "vi": "Số hệ thống thông tin", "en": "Number of information systems", "pl": "Liczba systemów informatycznych",
        "hi": "सूचना प्रणालियों की संख्या", "cs": "Počet informačních systémů", "uk": "Кількість інформаційних систем"}},
    {"code": "approved", "kind": "share", "labels": {
        "vi": "Tỷ lệ hệ thống đã được phê duyệt cấp độ", "en": "Share of systems with an approved level",
        "pl": "Odsetek systemów z zatwierdzonym poziomem", "hi": "स्वीकृत स्तर वाली प्रणालियों का प्रतिशत",
        "cs": "Podíl systémů se schválenou úrovní", "uk": "Частка систем із затвердженим рівнем"}},
    {"code": "plan", "kind": "choice", "labels": {
        "vi": "Triển khai phương án bảo vệ", "en": "Protection plan", "pl": "Plan ochrony", "hi": "सुरक्षा योजना",
        "cs": "Plán ochrany", "uk": "План захисту"}, "choices": [
            {"code": "full", "labels": {"vi": "Đầy đủ", "en": "Fully carried out", "pl": "Wdrożony w całości",
                                        "hi": "पूरी तरह लागू", "cs": "Zaveden zcela", "uk": "Виконано повністю"}},
            {"code": "part", "labels": {"vi": "Một phần", "en": "Partly carried out", "pl": "Wdrożony częściowo",
                                        "hi": "आंशिक रूप से लागू", "cs": "Zaveden zčásti", "uk": "Виконано частково"}},
            {"code": "none", "labels": {"vi": "Chưa triển khai", "en": "Not carried out", "pl": "Niewdrożony",
                                        "hi": "लागू नहीं", "cs": "Nezaveden", "uk": "Не виконано"}}]},
    {"code": "roadmap", "kind": "text", "required": False, "labels": {
        "vi": "Tiêu chí chưa đạt và lộ trình", "en": "Unmet criteria and roadmap",
        "pl": "Niespełnione kryteria i plan działań", "hi": "अपूर्ण मानदंड और कार्ययोजना",
        "cs": "Nesplněná kritéria a plán", "uk": "Невиконані критерії та план дій"}},
    {"code": "report", "kind": "file", "required": False, "labels": {
        "vi": "Số, ngày của văn bản báo cáo", "en": "Number and date of the written report",
        "pl": "Numer i data pisma ze sprawozdaniem", "hi": "लिखित रिपोर्ट की संख्या और तिथि",
        "cs": "Číslo a datum písemné zprávy", "uk": "Номер і дата письмового звіту"}},
)  # fmt: skip

MONTHLY_CODE = "monthly-progress-08"
MONTHLY_CENTRES = 12
MONTHLY_TITLES = {
    "vi": "Tiến độ Đề án 06 hằng tháng của Tuyên Quang (mô phỏng)",
    "en": "Monthly progress of Project 06 in Tuyên Quang (simulated)",
    "pl": "Miesięczny postęp Projektu 06 w prowincji Tuyên Quang (symulacja)",
    "hi": "तुयेन क्वांग में परियोजना 06 की मासिक प्रगति (काल्पनिक)",
    "cs": "Měsíční postup Projektu 06 v provincii Tuyên Quang (simulace)",
    "uk": "Щомісячний поступ Проєкту 06 у Туєнкуангу (імітація)",
}
MONTHLY_QUESTIONS = (
    {"code": "dossiers", "kind": "number", "labels": {
        "vi": "Số hồ sơ tiếp nhận", "en": "Dossiers received", "pl": "Przyjęte sprawy", "hi": "प्राप्त आवेदन",
        "cs": "Přijaté spisy", "uk": "Прийняті справи"}},
    {"code": "online", "kind": "share", "labels": {
        "vi": "Tỷ lệ hồ sơ trực tuyến", "en": "Share filed online", "pl": "Odsetek złożonych przez internet",
        "hi": "ऑनलाइन दायर प्रतिशत", "cs": "Podíl podaných online", "uk": "Частка поданих онлайн"}},
    {"code": "obstacles", "kind": "text", "required": False, "labels": {
        "vi": "Khó khăn, vướng mắc", "en": "What is stuck", "pl": "Co stoi na przeszkodzie", "hi": "बाधाएँ",
        "cs": "Co vázne", "uk": "Перешкоди"}},
)  # fmt: skip


def monthly_progress(codes: tuple[str, ...], starts_on: date) -> CampaignDraft:
    """Return the monthly campaign of Tuyên Quang over some service centres; data close in the middle of a month."""
    return CampaignDraft(
        code=MONTHLY_CODE,
        kind=CampaignKind.PROGRESS,
        titles=MONTHLY_TITLES,
        organiser="UBND-08",
        act_number="06/QĐ-TTg",
        act_date=date(2022, 1, 6),
        recurrence=Recurrence.MONTH,
        closes_on=15,
        due=DueRule(amount=3, unit=DueUnit.WORKING_DAYS),
        audience=Audience(below="VN/08", level=AudienceLevel.COMMUNE, codes=codes),
        starts_on=starts_on,
    )


def lot(code: str, salt: str) -> int:
    """Return a number below 10,000 that depends on nothing but the two words: the same in every installation."""
    return int.from_bytes(hashlib.sha256(f"{salt}:{code}".encode()).digest()[:4]) % 10_000


def criteria_answers(code: str) -> dict[str, str]:
    """Return invented answers of an agency to the network-security criteria."""
    plan = ("full", "part", "none")[lot(code, "plan") % 3]
    return {
        "systems": str(3 + lot(code, "systems") % 40),
        "approved": str(40 + lot(code, "approved") % 61),
        "plan": plan,
        "roadmap": "" if plan == "full" else "Hoàn thành trong quý IV (mô phỏng)",
    }


def monthly_answers(code: str, period: str) -> dict[str, str]:
    """Return invented answers of a service centre for a month."""
    return {
        "dossiers": str(80 + lot(code, period) % 400),
        "online": str(60 + lot(code, f"{period}-online") % 41),
    }
