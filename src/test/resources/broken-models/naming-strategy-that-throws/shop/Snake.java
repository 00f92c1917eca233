package shop;

public class Snake extends org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl {
    public org.hibernate.boot.model.naming.Identifier toPhysicalTableName(org.hibernate.boot.model.naming.Identifier n, org.hibernate.engine.jdbc.env.spi.JdbcEnvironment e) {
        throw new IllegalStateException("no table like " + n);
    }
}
