// A page that is printed lives without a circuit; the content security policy allows no script in the page itself.
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());
