package io.kouxin.bot.followup;

import java.math.BigDecimal;

/**
 * A business quantity.
 *
 * @param text as it was said
 * @param unit CNY for money, else the unit as it was said, may be empty
 */
public record Quantity(String text, BigDecimal value, String unit) {}
