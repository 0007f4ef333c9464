package io.kouxin.bot.wiring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in.
 *
 * @param hosts names under which browsers may reach this service besides localhost, separated by
 *     commas (KOUXIN_ACCESS_HOSTS)
 */
@ConfigurationProperties("kouxin.access")
record AccessSettings(@DefaultValue List<String> hosts) {}
