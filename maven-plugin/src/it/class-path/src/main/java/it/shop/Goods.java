package it.shop;

import jakarta.validation.constraints.Min;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** What the features bring: Spring looks at the names of these classes, and passes over what needs one that is not there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({JdbcTemplate.class, Cacheable.class, Min.class})
@EnableCaching
class Goods {
    @RestController
    @ConditionalOnClass({JdbcTemplate.class, Cacheable.class, Min.class})
    static class Shelf {
        private final JdbcTemplate database;

        Shelf(JdbcTemplate database) {
            this.database = database;
        }

        @GetMapping("/goods/{id}")
        @Cacheable("goods")
        public Map<String, Object> one(@PathVariable("id") @Min(1) int id) {
            return database.queryForMap("select id as \"id\", name as \"name\" from goods where id = ?", id);
        }
    }
}
