/// English literature from the eighteenth century on.
///
/// Real works, all first published before 1930, with call numbers as catalogues have them: title, author,
/// Library of Congress, Dewey. The order is part of the sample: a barcode belongs to a place in it.
enum WorksOne {
    static let rows = """
        Pride and Prejudice|Jane Austen|PR4034 .P7 1996|823.7 AUS
        Sense and Sensibility|Jane Austen|PR4034 .S4 1995|823.7 AUS
        Emma|Jane Austen|PR4034 .E5 2003|823.7 AUS
        Mansfield Park|Jane Austen|PR4034 .M3 1998|823.7 AUS
        Northanger Abbey|Jane Austen|PR4034 .N7 2003|823.7 AUS
        Persuasion|Jane Austen|PR4034 .P4 1998|823.7 AUS
        Jane Eyre|Charlotte Brontë|PR4167 .J3 2001|823.8 BRO
        Shirley|Charlotte Brontë|PR4167 .S4 2006|823.8 BRO
        Villette|Charlotte Brontë|PR4167 .V5 2001|823.8 BRO
        Wuthering Heights|Emily Brontë|PR4172 .W7 2003|823.8 BRO
        The Tenant of Wildfell Hall|Anne Brontë|PR4162 .T4 1996|823.8 BRO
        Agnes Grey|Anne Brontë|PR4162 .A54 2004|823.8 BRO
        Alice's Adventures in Wonderland|Lewis Carroll|PR4611 .A7 2000|823.8 CAR
        Through the Looking-Glass|Lewis Carroll|PR4611 .T5 1998|823.8 CAR
        The Hunting of the Snark|Lewis Carroll|PR4611 .H8 1981|821.8 CAR
        The Moonstone|Wilkie Collins|PR4494 .M6 1999|823.8 COL
        The Woman in White|Wilkie Collins|PR4494 .W5 2003|823.8 COL
        No Name|Wilkie Collins|PR4494 .N6 1994|823.8 COL
        Bleak House|Charles Dickens|PR4556 .A1 2003|823.8 DIC
        David Copperfield|Charles Dickens|PR4558 .A1 2004|823.8 DIC
        Dombey and Son|Charles Dickens|PR4559 .A1 2002|823.8 DIC
        Great Expectations|Charles Dickens|PR4560 .A1 1999|823.8 DIC
        Hard Times|Charles Dickens|PR4561 .A1 2003|823.8 DIC
        Little Dorrit|Charles Dickens|PR4562 .A1 2003|823.8 DIC
        Martin Chuzzlewit|Charles Dickens|PR4563 .A1 1999|823.8 DIC
        The Mystery of Edwin Drood|Charles Dickens|PR4564 .A1 2002|823.8 DIC
        Nicholas Nickleby|Charles Dickens|PR4565 .A1 2003|823.8 DIC
        The Old Curiosity Shop|Charles Dickens|PR4566 .A1 2000|823.8 DIC
        Oliver Twist|Charles Dickens|PR4567 .A1 2002|823.8 DIC
        Our Mutual Friend|Charles Dickens|PR4568 .A1 1997|823.8 DIC
        The Pickwick Papers|Charles Dickens|PR4569 .A1 1999|823.8 DIC
        A Tale of Two Cities|Charles Dickens|PR4571 .A1 2003|823.8 DIC
        A Christmas Carol|Charles Dickens|PR4572 .C7 2003|823.8 DIC
        Middlemarch|George Eliot|PR4662 .A1 2003|823.8 ELI
        The Mill on the Floss|George Eliot|PR4664 .A1 2003|823.8 ELI
        Silas Marner|George Eliot|PR4670 .A1 1996|823.8 ELI
        Adam Bede|George Eliot|PR4656 .A1 2001|823.8 ELI
        Daniel Deronda|George Eliot|PR4658 .A1 1995|823.8 ELI
        Romola|George Eliot|PR4668 .A1 1996|823.8 ELI
        Cranford|Elizabeth Gaskell|PR4710 .C7 2005|823.8 GAS
        North and South|Elizabeth Gaskell|PR4710 .N6 1995|823.8 GAS
        Wives and Daughters|Elizabeth Gaskell|PR4710 .W5 1996|823.8 GAS
        Mary Barton|Elizabeth Gaskell|PR4710 .M3 1996|823.8 GAS
        The Princess and the Goblin|George MacDonald|PZ8 .M1754 Pr 1986|823.8 MAC
        Phantastes|George MacDonald|PR4967 .P5 2000|823.8 MAC
        Far from the Madding Crowd|Thomas Hardy|PR4745 .A1 2000|823.8 HAR
        Jude the Obscure|Thomas Hardy|PR4746 .A1 1998|823.8 HAR
        The Return of the Native|Thomas Hardy|PR4747 .A1 1999|823.8 HAR
        Tess of the d'Urbervilles|Thomas Hardy|PR4748 .A1 1998|823.8 HAR
        The Mayor of Casterbridge|Thomas Hardy|PR4750 .M3 1997|823.8 HAR
        The Woodlanders|Thomas Hardy|PR4750 .W7 1998|823.8 HAR
        Under the Greenwood Tree|Thomas Hardy|PR4750 .U5 1998|823.8 HAR
        The Ordeal of Richard Feverel|George Meredith|PR5006 .O7 1998|823.8 MER
        The Egoist|George Meredith|PR5006 .E3 1979|823.8 MER
        Vanity Fair|William Makepeace Thackeray|PR5618 .A1 2001|823.8 THA
        The Luck of Barry Lyndon|William Makepeace Thackeray|PR5614 .A1 1999|823.8 THA
        Barchester Towers|Anthony Trollope|PR5684 .B3 2003|823.8 TRO
        The Warden|Anthony Trollope|PR5684 .W3 2004|823.8 TRO
        Doctor Thorne|Anthony Trollope|PR5684 .D6 2000|823.8 TRO
        The Way We Live Now|Anthony Trollope|PR5684 .W35 1999|823.8 TRO
        Phineas Finn|Anthony Trollope|PR5684 .P5 1999|823.8 TRO
        Frankenstein|Mary Shelley|PR5397 .F7 2003|823.7 SHE
        The Last Man|Mary Shelley|PR5397 .L3 1998|823.7 SHE
        Ivanhoe|Walter Scott|PR5318 .A1 1996|823.7 SCO
        Waverley|Walter Scott|PR5322 .W4 1998|823.7 SCO
        Rob Roy|Walter Scott|PR5322 .R6 1998|823.7 SCO
        The Heart of Mid-Lothian|Walter Scott|PR5317 .A1 1994|823.7 SCO
        Treasure Island|Robert Louis Stevenson|PR5486 .A1 1998|823.8 STE
        Strange Case of Dr Jekyll and Mr Hyde|Robert Louis Stevenson|PR5485 .A1 2003|823.8 STE
        Kidnapped|Robert Louis Stevenson|PR5484 .K5 1994|823.8 STE
        A Child's Garden of Verses|Robert Louis Stevenson|PR5489 .C5 1999|821.8 STE
        Travels with a Donkey in the Cévennes|Robert Louis Stevenson|DC611 .C424 S8 2004|914.4 STE
        Dracula|Bram Stoker|PR6037 .T617 D7 2003|823.8 STO
        The Picture of Dorian Gray|Oscar Wilde|PR5819 .A1 2003|823.8 WIL
        The Importance of Being Earnest|Oscar Wilde|PR5818 .I4 1990|822.8 WIL
        Lady Windermere's Fan|Oscar Wilde|PR5818 .L3 1998|822.8 WIL
        The Ballad of Reading Gaol|Oscar Wilde|PR5818 .B3 1992|821.8 WIL
        The Time Machine|H. G. Wells|PR5774 .T5 2005|823.912 WEL
        The War of the Worlds|H. G. Wells|PR5774 .W3 2005|823.912 WEL
        The Invisible Man|H. G. Wells|PR5774 .I5 2005|823.912 WEL
        The Island of Doctor Moreau|H. G. Wells|PR5774 .I8 2005|823.912 WEL
        The First Men in the Moon|H. G. Wells|PR5774 .F5 2005|823.912 WEL
        Tono-Bungay|H. G. Wells|PR5774 .T6 2005|823.912 WEL
        Heart of Darkness|Joseph Conrad|PR6005 .O4 H4 2007|823.912 CON
        Lord Jim|Joseph Conrad|PR6005 .O4 L6 2007|823.912 CON
        Nostromo|Joseph Conrad|PR6005 .O4 N6 2007|823.912 CON
        The Secret Agent|Joseph Conrad|PR6005 .O4 S4 2007|823.912 CON
        Under Western Eyes|Joseph Conrad|PR6005 .O4 U5 2003|823.912 CON
        The Adventures of Sherlock Holmes|Arthur Conan Doyle|PR4622 .A7 1998|823.912 DOY
        The Hound of the Baskervilles|Arthur Conan Doyle|PR4622 .H6 2001|823.912 DOY
        A Study in Scarlet|Arthur Conan Doyle|PR4622 .S8 1999|823.912 DOY
        The Sign of the Four|Arthur Conan Doyle|PR4622 .S6 2001|823.912 DOY
        The Valley of Fear|Arthur Conan Doyle|PR4622 .V3 1999|823.912 DOY
        The Lost World|Arthur Conan Doyle|PR4622 .L6 1998|823.912 DOY
        A Room with a View|E. M. Forster|PR6011 .O58 R6 2000|823.912 FOR
        Howards End|E. M. Forster|PR6011 .O58 H6 2000|823.912 FOR
        Where Angels Fear to Tread|E. M. Forster|PR6011 .O58 W5 2007|823.912 FOR
        The Longest Journey|E. M. Forster|PR6011 .O58 L6 2006|823.912 FOR
        The Good Soldier|Ford Madox Ford|PR6011 .O53 G6 2002|823.912 FOR
        Kim|Rudyard Kipling|PR4854 .K4 2000|823.8 KIP
        The Jungle Book|Rudyard Kipling|PZ7 .K632 Ju 1994|823.8 KIP
        Just So Stories|Rudyard Kipling|PZ7 .K632 Jus 1996|823.8 KIP
        Captains Courageous|Rudyard Kipling|PR4854 .C3 1995|823.8 KIP
        The Wind in the Willows|Kenneth Grahame|PZ7 .G759 Wi 1983|823.912 GRA
        Peter and Wendy|J. M. Barrie|PR4074 .P3 1999|823.912 BAR
        The Secret Garden|Frances Hodgson Burnett|PZ7 .B934 Se 1998|813.4 BUR
        A Little Princess|Frances Hodgson Burnett|PZ7 .B934 Li 2002|813.4 BUR
        Five Children and It|E. Nesbit|PZ7 .N43777 Fi 2004|823.912 NES
        The Railway Children|E. Nesbit|PZ7 .N43777 Rai 1994|823.912 NES
        The Tale of Peter Rabbit|Beatrix Potter|PZ10.3 .P47 Ta 1987|823.912 POT
        Black Beauty|Anna Sewell|PZ10.3 .S38 Bl 2001|823.8 SEW
        King Solomon's Mines|H. Rider Haggard|PR4731 .K5 2002|823.8 HAG
        She|H. Rider Haggard|PR4731 .S5 2001|823.8 HAG
        The Prisoner of Zenda|Anthony Hope|PR4762 .P7 1994|823.8 HOP
        The Riddle of the Sands|Erskine Childers|PR6005 .H52 R5 1998|823.912 CHI
        The Thirty-Nine Steps|John Buchan|PR6003 .U13 T5 1999|823.912 BUC
        The Man Who Was Thursday|G. K. Chesterton|PR4453 .C4 M36 2001|823.912 CHE
        The Innocence of Father Brown|G. K. Chesterton|PR4453 .C4 I5 2005|823.912 CHE
        Three Men in a Boat|Jerome K. Jerome|PR4825 .J3 T5 1998|823.8 JER
        The Diary of a Nobody|George Grossmith|PR4728 .G9 D5 1998|823.8 GRO
        Erewhon|Samuel Butler|PR4349 .B7 E7 1985|823.8 BUT
        The Way of All Flesh|Samuel Butler|PR4349 .B7 W3 1995|823.8 BUT
        New Grub Street|George Gissing|PR4716 .N4 1998|823.8 GIS
        The Odd Women|George Gissing|PR4716 .O4 2000|823.8 GIS
        News from Nowhere|William Morris|HX811 .M67 2003|335.02 MOR
        The Voyage Out|Virginia Woolf|PR6045 .O72 V68 2001|823.912 WOO
        Jacob's Room|Virginia Woolf|PR6045 .O72 J3 1998|823.912 WOO
        Mrs Dalloway|Virginia Woolf|PR6045 .O72 M7 2005|823.912 WOO
        Dubliners|James Joyce|PR6019 .O9 D8 2000|823.912 JOY
        A Portrait of the Artist as a Young Man|James Joyce|PR6019 .O9 P6 2000|823.912 JOY
        Ulysses|James Joyce|PR6019 .O9 U4 1993|823.912 JOY
        Sons and Lovers|D. H. Lawrence|PR6023 .A93 S6 1998|823.912 LAW
        Women in Love|D. H. Lawrence|PR6023 .A93 W6 1998|823.912 LAW
        The Rainbow|D. H. Lawrence|PR6023 .A93 R3 1998|823.912 LAW
        Of Human Bondage|W. Somerset Maugham|PR6025 .A86 O5 1999|823.912 MAU
        The Garden Party|Katherine Mansfield|PR9639.3 .M258 G3 1997|823.912 MAN
        The Mysterious Affair at Styles|Agatha Christie|PR6005 .H66 M95 2007|823.912 CHR
        My Man Jeeves|P. G. Wodehouse|PR6045 .O53 M8 2006|823.912 WOD
        Pygmalion|George Bernard Shaw|PR5363 .P8 2003|822.912 SHA
        Man and Superman|George Bernard Shaw|PR5363 .M3 2000|822.912 SHA
        The Playboy of the Western World|J. M. Synge|PR5532 .P5 1997|822.912 SYN
        Robinson Crusoe|Daniel Defoe|PR3403 .A1 2001|823.5 DEF
        Moll Flanders|Daniel Defoe|PR3404 .M6 2004|823.5 DEF
        A Journal of the Plague Year|Daniel Defoe|PR3404 .J6 2003|823.5 DEF
        Gulliver's Travels|Jonathan Swift|PR3724 .G7 2003|823.5 SWI
        The History of Tom Jones|Henry Fielding|PR3454 .H5 2005|823.5 FIE
        Joseph Andrews|Henry Fielding|PR3454 .J6 1999|823.5 FIE
        Pamela|Samuel Richardson|PR3664 .P3 2001|823.6 RIC
        Clarissa|Samuel Richardson|PR3664 .C4 1985|823.6 RIC
        """
}
