"""Portuguese."""

from explainer.text.languages.words import Language, words

LANGUAGE = Language(
    negations=words(
        "não nem nunca jamais ninguém nada nenhum nenhuma nenhuns nenhumas sem tampouco impossível nega negam "
        "negou negaram negado desmente desmentem desmentiu desmentiram"
    ),
    negating=("in", "im", "ir", "i", "des", "dis", "não", "anti"),
    numbers=words(
        "zero um dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze "
        "dezesseis dezassete dezessete dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta setenta "
        "oitenta noventa cem cento centenas duzentos trezentos mil milhares milhão milhões bilhão bilhões dúzia "
        "dúzias metade meio meia terço quarto primeiro primeira segundo segunda terceiro terceira"
    ),
    plain=words(
        "o a os as um uma de do da dos das em no na nos nas por pelo pela para com sob sobre entre até desde "
        "contra e ou mas que quem quando onde como se porque enquanto ele ela eles elas nós eu seu sua este esta "
        "isto esse essa aquele todos todas muitos alguns outros também ainda já depois antes agora hoje ontem "
        "aqui assim mais menos segundo é são era eram foi foram alguém algo sempre"
    ),
)
