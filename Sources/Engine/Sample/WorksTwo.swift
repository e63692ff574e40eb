/// The rest: older English literature, American literature, knowledge, classics, translations.
///
/// Real works, all first published before 1930, with call numbers as catalogues have them: title, author,
/// Library of Congress, Dewey. The order is part of the sample: a barcode belongs to a place in it.
enum WorksTwo {
    static let rows = """
        Tristram Shandy|Laurence Sterne|PR3714 .T7 2003|823.6 STE
        The Vicar of Wakefield|Oliver Goldsmith|PR3490 .A1 2006|823.6 GOL
        She Stoops to Conquer|Oliver Goldsmith|PR3488 .A1 2001|822.6 GOL
        The School for Scandal|Richard Brinsley Sheridan|PR3682 .S4 1998|822.6 SHE
        Evelina|Fanny Burney|PR3316 .A4 E8 2002|823.6 BUR
        The Castle of Otranto|Horace Walpole|PR3757 .W2 C3 1998|823.6 WAL
        The Mysteries of Udolpho|Ann Radcliffe|PR5202 .M9 1998|823.6 RAD
        Paradise Lost|John Milton|PR3560 .A1 2005|821.4 MIL
        The Pilgrim's Progress|John Bunyan|PR3330 .A1 2003|828.407 BUN
        The Canterbury Tales|Geoffrey Chaucer|PR1870 .A1 2005|821.1 CHA
        Beowulf|Anonymous|PR1585 .H4 2000|829.3 BEO
        Sir Gawain and the Green Knight|Anonymous|PR2065 .G3 1998|821.1 GAW
        Le Morte d'Arthur|Thomas Malory|PR2043 .C6 1998|823.2 MAL
        Doctor Faustus|Christopher Marlowe|PR2664 .A1 2005|822.3 MAR
        Hamlet|William Shakespeare|PR2807 .A2 2003|822.33 SHA
        Macbeth|William Shakespeare|PR2823 .A2 2004|822.33 SHA
        King Lear|William Shakespeare|PR2819 .A2 2005|822.33 SHA
        Othello|William Shakespeare|PR2829 .A2 2004|822.33 SHA
        Romeo and Juliet|William Shakespeare|PR2831 .A2 2004|822.33 SHA
        A Midsummer Night's Dream|William Shakespeare|PR2827 .A2 2004|822.33 SHA
        The Tempest|William Shakespeare|PR2833 .A2 2004|822.33 SHA
        Twelfth Night|William Shakespeare|PR2837 .A2 2005|822.33 SHA
        The Sonnets|William Shakespeare|PR2848 .A2 2004|821.3 SHA
        Lyrical Ballads|William Wordsworth|PR5869 .L9 2005|821.7 WOR
        Don Juan|Lord Byron|PR4359 .A1 2004|821.7 BYR
        In Memoriam|Alfred Tennyson|PR5562 .A1 2004|821.8 TEN
        Aurora Leigh|Elizabeth Barrett Browning|PR4185 .A1 1996|821.8 BRO
        Songs of Innocence and of Experience|William Blake|PR4144 .S6 1992|821.7 BLA
        The Scarlet Letter|Nathaniel Hawthorne|PS1868 .A1 2003|813.3 HAW
        The House of the Seven Gables|Nathaniel Hawthorne|PS1861 .A1 2001|813.3 HAW
        The Blithedale Romance|Nathaniel Hawthorne|PS1855 .A1 1996|813.3 HAW
        Moby-Dick|Herman Melville|PS2384 .M6 2002|813.3 MEL
        Typee|Herman Melville|PS2384 .T8 1996|813.3 MEL
        The Confidence-Man|Herman Melville|PS2384 .C6 2006|813.3 MEL
        The Last of the Mohicans|James Fenimore Cooper|PS1408 .A1 2005|813.2 COO
        The Pioneers|James Fenimore Cooper|PS1414 .A1 1991|813.2 COO
        The Legend of Sleepy Hollow|Washington Irving|PS2068 .A1 1999|813.2 IRV
        The Fall of the House of Usher|Edgar Allan Poe|PS2614 .A1 2003|813.3 POE
        The Narrative of Arthur Gordon Pym|Edgar Allan Poe|PS2618 .N3 1999|813.3 POE
        Uncle Tom's Cabin|Harriet Beecher Stowe|PS2954 .U5 1998|813.3 STO
        Little Women|Louisa May Alcott|PS1017 .L5 2004|813.4 ALC
        The Adventures of Tom Sawyer|Mark Twain|PS1306 .A1 2006|813.4 TWA
        Adventures of Huckleberry Finn|Mark Twain|PS1305 .A1 2003|813.4 TWA
        A Connecticut Yankee in King Arthur's Court|Mark Twain|PS1308 .A1 1997|813.4 TWA
        The Prince and the Pauper|Mark Twain|PS1316 .A1 1997|813.4 TWA
        Pudd'nhead Wilson|Mark Twain|PS1317 .A1 2005|813.4 TWA
        The Portrait of a Lady|Henry James|PS2116 .P6 1995|813.4 JAM
        Daisy Miller|Henry James|PS2116 .D3 1986|813.4 JAM
        The Turn of the Screw|Henry James|PS2116 .T8 1999|813.4 JAM
        The Wings of the Dove|Henry James|PS2116 .W6 2003|813.4 JAM
        The Ambassadors|Henry James|PS2116 .A5 1994|813.4 JAM
        The Rise of Silas Lapham|William Dean Howells|PS2025 .R5 1983|813.4 HOW
        The Red Badge of Courage|Stephen Crane|PS1449 .C85 R3 2005|813.4 CRA
        Maggie: A Girl of the Streets|Stephen Crane|PS1449 .C85 M3 1999|813.4 CRA
        The Awakening|Kate Chopin|PS1294 .C63 A6 2000|813.4 CHO
        The Country of the Pointed Firs|Sarah Orne Jewett|PS2132 .C64 1997|813.4 JEW
        Looking Backward|Edward Bellamy|PS1086 .L6 1996|813.4 BEL
        Ben-Hur|Lew Wallace|PS3134 .B4 1998|813.4 WAL
        The Yellow Wallpaper|Charlotte Perkins Gilman|PS1744 .G57 Y45 1998|813.4 GIL
        Herland|Charlotte Perkins Gilman|PS1744 .G57 H4 1998|813.4 GIL
        The Call of the Wild|Jack London|PS3523 .O46 C3 1998|813.52 LON
        White Fang|Jack London|PS3523 .O46 W5 2001|813.52 LON
        The Sea-Wolf|Jack London|PS3523 .O46 S4 2000|813.52 LON
        Martin Eden|Jack London|PS3523 .O46 M3 1993|813.52 LON
        The Jungle|Upton Sinclair|PS3537 .I85 J8 2003|813.52 SIN
        Sister Carrie|Theodore Dreiser|PS3507 .R55 S5 2006|813.52 DRE
        The House of Mirth|Edith Wharton|PS3545 .H16 H6 1994|813.52 WHA
        Ethan Frome|Edith Wharton|PS3545 .H16 E7 2005|813.52 WHA
        The Age of Innocence|Edith Wharton|PS3545 .H16 A7 1996|813.52 WHA
        The Custom of the Country|Edith Wharton|PS3545 .H16 C8 1995|813.52 WHA
        My Ántonia|Willa Cather|PS3505 .A87 M8 1994|813.52 CAT
        O Pioneers!|Willa Cather|PS3505 .A87 O2 1999|813.52 CAT
        The Song of the Lark|Willa Cather|PS3505 .A87 S6 1999|813.52 CAT
        Winesburg, Ohio|Sherwood Anderson|PS3501 .N4 W5 1996|813.52 AND
        Main Street|Sinclair Lewis|PS3523 .E94 M2 1999|813.52 LEW
        Babbitt|Sinclair Lewis|PS3523 .E94 B3 2003|813.52 LEW
        This Side of Paradise|F. Scott Fitzgerald|PS3511 .I9 T5 1996|813.52 FIT
        The Great Gatsby|F. Scott Fitzgerald|PS3511 .I9 G7 2004|813.52 FIT
        The Wonderful Wizard of Oz|L. Frank Baum|PZ7 .B327 Wiz 2000|813.4 BAU
        Anne of Green Gables|L. M. Montgomery|PZ7 .M768 An 1998|813.52 MON
        Rebecca of Sunnybrook Farm|Kate Douglas Wiggin|PZ7 .W638 Re 1994|813.4 WIG
        Pollyanna|Eleanor H. Porter|PZ7 .P834 Po 2002|813.52 POR
        Tarzan of the Apes|Edgar Rice Burroughs|PS3503 .U687 T3 1990|813.52 BUR
        A Princess of Mars|Edgar Rice Burroughs|PS3503 .U687 P7 2007|813.52 BUR
        Riders of the Purple Sage|Zane Grey|PS3513 .R6545 R5 2002|813.52 GRE
        The Virginian|Owen Wister|PS3345 .V5 1998|813.52 WIS
        Leaves of Grass|Walt Whitman|PS3201 2002|811.3 WHI
        The Poems of Emily Dickinson|Emily Dickinson|PS1541 .A1 1999|811.4 DIC
        The Song of Hiawatha|Henry Wadsworth Longfellow|PS2267 .A1 1992|811.3 LON
        Walden|Henry David Thoreau|PS3048 .A1 2004|818.303 THO
        Essays: First Series|Ralph Waldo Emerson|PS1608 .A1 1993|814.3 EME
        The Souls of Black Folk|W. E. B. Du Bois|E185.6 .D797 1999|973.0496 DUB
        Narrative of the Life of Frederick Douglass|Frederick Douglass|E449 .D749 2001|973.8092 DOU
        Up from Slavery|Booker T. Washington|E185.97 .W4 A3 2000|370.92 WAS
        Incidents in the Life of a Slave Girl|Harriet Jacobs|E444 .J17 A3 2000|305.567 JAC
        The Autobiography of Benjamin Franklin|Benjamin Franklin|E302.6 .F7 A2 2003|973.3092 FRA
        The Federalist Papers|Alexander Hamilton|KF4515 .F4 2003|342.73 HAM
        Common Sense|Thomas Paine|E211 .P1455 1997|973.311 PAI
        Democracy in America|Alexis de Tocqueville|JK216 .T7 2000|320.973 TOC
        The Republic|Plato|JC71 .P35 2000|321.07 PLA
        Symposium|Plato|B385 .A5 1999|184 PLA
        The Nicomachean Ethics|Aristotle|B430 .A5 1998|171.3 ARI
        Poetics|Aristotle|PN1040 .A5 1996|808.2 ARI
        Meditations|Marcus Aurelius|B580 .A5 2006|188 MAR
        Confessions|Augustine|BR65 .A6 1998|270.2092 AUG
        The Prince|Niccolò Machiavelli|JC143 .M38 1998|320.1 MAC
        Utopia|Thomas More|HX810.5 .E54 2003|335.02 MOR
        Leviathan|Thomas Hobbes|JC153 .H65 1996|320.1 HOB
        Two Treatises of Government|John Locke|JC153 .L8 1988|320.512 LOC
        The Social Contract|Jean-Jacques Rousseau|JC179 .R86 1997|320.11 ROU
        The Wealth of Nations|Adam Smith|HB161 .S65 2003|330.153 SMI
        A Vindication of the Rights of Woman|Mary Wollstonecraft|HQ1596 .W6 2004|305.42 WOL
        On Liberty|John Stuart Mill|JC585 .M6 2003|323.44 MIL
        The Communist Manifesto|Karl Marx|HX39.5 .A5 2002|335.422 MAR
        The Interpretation of Dreams|Sigmund Freud|BF1078 .F72 1999|154.63 FRE
        The Varieties of Religious Experience|William James|BR110 .J3 2002|204.2 JAM
        Thus Spoke Zarathustra|Friedrich Nietzsche|B3313 .A43 2006|193 NIE
        Critique of Pure Reason|Immanuel Kant|B2778 .E5 1998|121 KAN
        Discourse on Method|René Descartes|B1848 .E5 1998|194 DES
        An Enquiry Concerning Human Understanding|David Hume|B1481 .B4 2000|121 HUM
        On the Origin of Species|Charles Darwin|QH365 .O2 2003|576.82 DAR
        The Voyage of the Beagle|Charles Darwin|QH11 .D2 1989|508.8 DAR
        The Elements|Euclid|QA31 .E875 1956|516.2 EUC
        Relativity: The Special and General Theory|Albert Einstein|QC173.55 .E384 2005|530.11 EIN
        Flatland|Edwin A. Abbott|QA699 .A13 1992|530.11 ABB
        The Art of War|Sun Tzu|U101 .S95 1994|355.02 SUN
        On War|Carl von Clausewitz|U102 .C65 1984|355.02 CLA
        The Decline and Fall of the Roman Empire|Edward Gibbon|DG311 .G5 1994|937.06 GIB
        The Histories|Herodotus|D58 .H4713 2003|938 HER
        The Peloponnesian War|Thucydides|DF229 .T5 1998|938.05 THU
        The Iliad|Homer|PA4025 .A2 1990|883.01 HOM
        The Odyssey|Homer|PA4025 .A5 1996|883.01 HOM
        The Aeneid|Virgil|PA6807 .A5 2006|873.01 VIR
        Metamorphoses|Ovid|PA6522 .M2 2004|873.01 OVI
        Oedipus the King|Sophocles|PA4414 .O7 1991|882.01 SOP
        The Divine Comedy|Dante Alighieri|PQ4315 .M3 2003|851.1 DAN
        Don Quixote|Miguel de Cervantes|PQ6329 .A2 2003|863.3 CER
        Candide|Voltaire|PQ2082 .C3 2005|843.5 VOL
        Les Misérables|Victor Hugo|PQ2286 .A1 2008|843.7 HUG
        The Count of Monte Cristo|Alexandre Dumas|PQ2226 .A1 2003|843.7 DUM
        Madame Bovary|Gustave Flaubert|PQ2246 .M2 2003|843.8 FLA
        Germinal|Émile Zola|PQ2504 .A3 2004|843.8 ZOL
        Twenty Thousand Leagues under the Sea|Jules Verne|PQ2469 .V4 1998|843.8 VER
        War and Peace|Leo Tolstoy|PG3366 .V6 2007|891.733 TOL
        Anna Karenina|Leo Tolstoy|PG3366 .A6 2001|891.733 TOL
        Crime and Punishment|Fyodor Dostoyevsky|PG3326 .P7 1993|891.733 DOS
        The Brothers Karamazov|Fyodor Dostoyevsky|PG3326 .B7 1990|891.733 DOS
        Faust: Part One|Johann Wolfgang von Goethe|PT2026 .F2 1998|832.6 GOE
        The Sorrows of Young Werther|Johann Wolfgang von Goethe|PT2027 .W3 1989|833.6 GOE
        Eugene Onegin|Alexander Pushkin|PG3347 .E8 2008|891.713 PUS
        Dead Souls|Nikolai Gogol|PG3333 .M4 2004|891.733 GOG
        """
}
