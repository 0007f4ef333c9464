package io.kouxin.bot.wiring;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are kept as the company's directories have them.
 *
 * @param at when each directory is listed every night (KOUXIN_DIRECTORY_AT)
 */
@ConfigurationProperties("kouxin.directory")
record DirectorySettings(@DefaultValue("03:40") LocalTime at) {}
