package it.shop;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@ConditionalOnClass(name = "org.thymeleaf.TemplateEngine")
class Pages {
    @GetMapping("/page")
    String page(Model model) {
        model.addAttribute("name", "you");
        return "page";
    }
}
