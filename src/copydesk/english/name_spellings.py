"""Names that are well known under several spellings; each row is one name.

Written for this project from common knowledge of newsroom style guides. A row holds spellings of the same name only,
not different names that a place had at different times, unless papers still use both for the place of today.
"""

import re
from typing import Final

PLACES: Final = """
Kyiv Kiev | Kharkiv Kharkov | Odesa Odessa | Lviv Lvov | Mykolaiv Nikolaev Mykolayiv | Luhansk Lugansk | Donbas
Donbass | Zaporizhzhia Zaporizhia Zaporozhye Zaporizhzhya | Chernihiv Chernigov | Chornobyl Chernobyl | Dnipro Dnepr |
Dnipropetrovsk Dnepropetrovsk | Kryvyi_Rih Krivoy_Rog | Vinnytsia Vinnitsa | Rivne Rovno | Ternopil Ternopol |
Avdiivka Avdeevka Avdeyevka | Enerhodar Energodar | Horlivka Gorlovka | Makiivka Makeevka Makeyevka | Chisinau
Kishinev | Transnistria Transdniestria Trans-Dniester | Belarus Byelorussia Belorussia | Gomel Homel | Grodno Hrodna |
Kyrgyzstan Kirghizia Kirgizstan | Tajikistan Tadzhikistan | Almaty Alma-Ata | Ashgabat Ashkhabad | Myanmar Burma |
Yangon Rangoon | Naypyidaw Naypyitaw | Rakhine Arakan | Mumbai Bombay | Kolkata Calcutta | Chennai Madras | Bengaluru
Bangalore | Mysuru Mysore | Thiruvananthapuram Trivandrum | Pune Poona | Varanasi Benares | Gurugram Gurgaon |
Prayagraj Allahabad | Puducherry Pondicherry | Odisha Orissa | Uttarakhand Uttaranchal | Kochi Cochin | Dhaka Dacca |
Chattogram Chittagong | Beijing Peking | Nanjing Nanking | Tianjin Tientsin | Chongqing Chungking | Xinjiang Sinkiang |
Macau Macao | Qingdao Tsingtao | Taipei Taibei | Kaohsiung Gaoxiong | Ürümqi Urumqi Urumchi | Pyongyang P'yongyang |
Busan Pusan | Incheon Inchon | Jeju Cheju | Daegu Taegu | Gwangju Kwangju | Türkiye Turkey Turkiye | Czechia
Czech_Republic | Eswatini Swaziland | Cabo_Verde Cape_Verde | Côte_d'Ivoire Côte_d’Ivoire Cote_d'Ivoire Cote_d’Ivoire
Ivory_Coast | Timor-Leste East_Timor | Jakarta Djakarta | Aceh Acheh Atjeh | Marrakesh Marrakech | Mecca Makkah |
Jeddah Jiddah Jedda | Fallujah Falluja | Basra Basrah | Kirkuk Karkuk | Irbil Erbil Arbil | Idlib Edlib | Deir_ez-Zor
Deir_al-Zor Deir_el-Zour | Raqqa Raqqah Rakka | Kobani Kobane | Latakia Lattakia | Daraa Deraa Dara'a | Hodeidah
Hodeida Hudaydah | Sanaa Sana'a Sana’a | Taiz Taizz Ta'izz | Benghazi Bengazi | Misrata Misratah Misurata |
Khan_Younis Khan_Yunis | Jabalia Jabaliya | Be'er_Sheva Beersheba | Mogadishu Muqdisho | Kismayo Kismayu | Hargeisa
Hargeysa | Djibouti Jibuti | Asmara Asmera | Mekele Mekelle | Omdurman Umdurman | N'Djamena Ndjamena | Ouagadougou
Wagadugu | Antananarivo Tananarive | Kandahar Qandahar | Kunduz Konduz Qunduz | Herat Harat | Mazar-i-Sharif
Mazar-e-Sharif | Peshawar Peshawur | Baluchistan Balochistan | Tehran Teheran | Qom Qum Ghom | Isfahan Esfahan |
Mashhad Meshed | Zurich Zürich | Gothenburg Göteborg | Gdansk Gdańsk | Krakow Kraków Cracow | Lodz Łódź | Wroclaw
Wrocław | Pristina Prishtina | Skopje Skoplje | Tallinn Tallin | Reykjavik Reykjavík | Sao_Paulo São_Paulo | Bogota
Bogotá | Brasilia Brasília | Asuncion Asunción | Cancun Cancún | Quebec Québec | Montreal Montréal | Yucatan Yucatán |
Medellin Medellín | Nagorno-Karabakh Nagorny-Karabakh | Stepanakert Khankendi | Tskhinvali Tskhinval | Abkhazia
Abkhaziya | Nuuk Godthåb | Hawaii Hawai'i Hawai’i
"""

PEOPLE: Final = """
Zelensky Zelenskyy Zelenskiy Zelenski Zelenskyi | Lukashenko Lukashenka |
Poroshenko Poroschenko | Tymoshenko Timoshenko | Yanukovych Yanukovich | Yushchenko Yuschenko | Klitschko Klichko
Klitchko | Navalny Navalniy Navalnyy | Prigozhin Prigozhyn Prigojin | Shoigu Shoygu | Medvedev Medvedyev | Gorbachev
Gorbachov | Yeltsin Eltsin | Khrushchev Khruschev Krushchev | Trotsky Trotskiy | Dostoevsky Dostoyevsky | Tchaikovsky
Chaikovsky | Gaddafi Qaddafi Gadhafi Kadafi Gathafi Khadafy | Khamenei Khameini Khamenai | Khomeini Khomeyni |
Ahmadinejad Ahmedinejad Ahmadi-Nejad | Rouhani Rohani Ruhani | Soleimani Suleimani Sulaimani | Raisi Raeisi |
Nasrallah Nasralla | Sisi Sissi | Morsi Mursi Morsy | Erdogan Erdoğan | Davutoglu Davutoğlu | Haftar Hafter Hifter |
Houthi Huthi | Houthis Huthis | Haniyeh Haniya Haniyah | Sinwar Sinouar | Bin_Laden bin_Laden Binladen | Zawahiri
Zawahri | Zarqawi Zarkawi | Baghdadi Bagdadi | Mao_Zedong Mao_Tse-tung | Deng_Xiaoping Teng_Hsiao-ping |
Chiang_Kai-shek Jiang_Jieshi | Kim_Jong-un Kim_Jong_Un Kim_Jong-Un | Kim_Jong-il Kim_Jong_Il | Milosevic Milošević |
Karadzic Karadžić | Mladic Mladić | Vucic Vučić | Orban Orbán | Walesa Wałęsa | Kaczynski Kaczyński | Chavez Chávez |
Lopez_Obrador López_Obrador
"""

GROUPS: Final = """
Hezbollah Hizbollah Hizbullah Hezballah Hizballah | al-Qaeda al-Qaida Al-Qaeda Al-Qaida Al_Qaeda Al_Qaida al_Qaeda |
Taliban Taleban | Boko_Haram Boko_Harum | al-Shabab al-Shabaab Al-Shabab Al-Shabaab | Muslim Moslem | Muslims Moslems |
Quran Koran Qur'an Qur’an | Shia Shi'a Shi’a | Shiite Shi'ite Shi’ite | Uyghur Uighur Uygur | Uyghurs Uighurs Uygurs |
Rohingya Rohinga | Eid_al-Fitr Eid-ul-Fitr Eid_ul-Fitr | Ramadan Ramadhan Ramazan | Hanukkah Chanukah Hanukah
"""

EXPLAINED: Final = re.compile(
    r"\b(?:formerly|also (?:known|called)|(?:once|then|now|previously|officially|still) (?:known|called|named)|"
    r"(?:known|referred to) as|renamed|spelling|spelled|spelt|old name|colonial|transliterat\w{0,6})\b"
)
"""Words by which a story explains a second spelling."""


def table(*blocks: str) -> dict[str, frozenset[str]]:
    """Return each spelling in some blocks of rows, by default all, with the set of all spellings of its name."""
    rows = [row for block in blocks or (PLACES, PEOPLE, GROUPS) for row in block.split("|")]
    groups = [frozenset(name.replace("_", " ") for name in row.split()) for row in rows if row.strip()]
    return {name: group for group in groups for name in group}
