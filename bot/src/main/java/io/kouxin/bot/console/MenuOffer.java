package io.kouxin.bot.console;

import io.kouxin.integrations.channel.Menu;
import java.util.function.Supplier;

/**
 * A menu that can be shown below the chats of a platform.
 *
 * @param menu as its file says now
 */
public record MenuOffer(Menu.Board board, Supplier<Menu> menu) {}
