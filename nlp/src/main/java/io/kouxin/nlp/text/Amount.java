package io.kouxin.nlp.text;

import java.math.BigDecimal;

/**
 * A business quantity.
 *
 * @param text as it was said, such as 三十万
 * @param span where it stands in the raw text
 * @param value normalised, the lower bound where a range was said (十几万 is 100000)
 * @param unit CNY for money, otherwise the unit as it was said (台, 天, %); empty when none was
 */
public record Amount(String text, Span span, BigDecimal value, String unit) {}
